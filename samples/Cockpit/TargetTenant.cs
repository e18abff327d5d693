using Gainsight.Client;
using Gainsight.Client.Emulator;

namespace CockpitSample;

/// <summary>The tenant that the sample runs against: an emulated one inside this process, or a real one.</summary>
internal sealed class TargetTenant : IDisposable
{
    private readonly GainsightEmulator? _emulator;
    private readonly HttpMessageHandler? _handler;

    private TargetTenant(GainsightClientOptions options, GainsightEmulator? emulator)
    {
        _emulator = emulator;
        _handler = options.PrimaryHandler;
        Gainsight = new GainsightClient(options);
    }

    public GainsightClient Gainsight { get; }

    public bool IsEmulator => _emulator is not null;

    public static TargetTenant Open(string? address, string? key)
    {
        if (address is not null && key is not null)
        {
            return new TargetTenant(new() { BaseAddress = new Uri(address), Credential = new AccessKeyCredential(key) }, emulator: null);
        }

        var emulator = new GainsightEmulator();
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
