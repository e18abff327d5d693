using Gainsight.Client;
using Gainsight.Client.Emulator;

namespace QuickStart;

/// <summary>The tenant that the tour runs against: an emulated one inside this process, or a real one.</summary>
internal sealed class TargetTenant : IDisposable
{
    // A tenant on the internet does not answer immediately. Without this delay, the progress bar would finish before anyone sees it.
    private static readonly TimeSpan EmulatedLatency = TimeSpan.FromMilliseconds(300);

    private readonly GainsightEmulator? _emulator;
    private readonly HttpMessageHandler? _handler;

    private TargetTenant(GainsightClientOptions options, GainsightEmulator? emulator)
    {
        _emulator = emulator;
        _handler = options.PrimaryHandler;
        BaseAddress = options.BaseAddress!;
        Gainsight = new GainsightClient(options);
    }

    public GainsightClient Gainsight { get; }

    public Uri BaseAddress { get; }

    public bool IsEmulator => _emulator is not null;

    /// <summary>The suffix of every name on a real tenant, so that none of the tenant's own companies is overwritten or deleted.</summary>
    public string NameMark => IsEmulator ? "" : " (Gainsight.Client QuickStart)";

    /// <summary>The user who manages the largest customers. Only the emulator's users are known here.</summary>
    public string? KeyAccountManager => IsEmulator ? "rhea@northwind.example" : null;

    public static TargetTenant Open(Settings settings)
    {
        if (settings.AccessKey is { } key)
        {
            return new TargetTenant(new() { BaseAddress = settings.BaseAddress, Credential = new AccessKeyCredential(key) }, emulator: null);
        }

        var emulator = new GainsightEmulator();
        emulator.Faults.Add(new Fault(FaultKind.Latency) { Delay = EmulatedLatency });
        var options = new GainsightClientOptions
        {
            BaseAddress = emulator.BaseAddress,
            Credential = new AccessKeyCredential(emulator.AccessKey),
            PrimaryHandler = emulator.CreateHandler(),
        };
        return new TargetTenant(options, emulator);
    }

    public void Dispose()
    {
        Gainsight.Dispose();
        _handler?.Dispose();
        _emulator?.Dispose();
    }
}
