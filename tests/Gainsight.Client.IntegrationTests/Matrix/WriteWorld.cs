using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Query;

namespace Gainsight.Client.IntegrationTests.Matrix;

/// <summary>A tenant for one write scenario.</summary>
internal sealed class WriteWorld : IAsyncDisposable
{
    public const int Rows = 70;

    /// <summary>Refused by the tenant: two of the first call, one of the second.</summary>
    public static readonly int[] Bad = [3, 31, 60];

    private readonly int? _maxCalls;

    private WriteWorld(Tenant tenant, Func<string, string>? spelling, string? marker, int? maxCalls)
    {
        _maxCalls = maxCalls;
        Tenant = tenant;
        Spelling = spelling ?? (static key => key);
        Marker = marker;
    }

    public Tenant Tenant { get; }

    public GainsightEmulator Emulator => Tenant.Emulator;

    /// <summary>How the tenant spells a key of a row that is there before the write.</summary>
    public Func<string, string> Spelling { get; }

    /// <summary>The text that the middle row carries, or null.</summary>
    private string? Marker { get; }

    public static async Task<WriteWorld> StartAsync(Func<string, string>? spelling, string? marker, int? maxCalls = null)
    {
        var world = new WriteWorld(await Tenant.StartAsync(), spelling, marker, maxCalls);
        WithoutQuota.Lift(world.Emulator.Limits);
        return world;
    }

    public static string Name(int i) => $"Row {i:00}";

    /// <summary>The text of a row: the marker in the middle row, otherwise a plain text.</summary>
    public string Text(int i) => i == 40 && Marker is not null ? Marker : "plain";

    public GainsightClient CreateClient() => Tenant.CreateClient(options =>
    {
        options.PrimaryHandler = QueryHook.InProcess(Tenant);
        WithoutQuota.Lift(options);
        options.Quota.MaxCalls = _maxCalls;
    });

    public ValueTask DisposeAsync() => Tenant.DisposeAsync();
}
