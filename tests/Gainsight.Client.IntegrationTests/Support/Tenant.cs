using Gainsight.Client.Emulator;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.IntegrationTests;

/// <summary>An emulated tenant on a loopback socket. Its clock jumps from timer to timer while no request is in flight.</summary>
internal sealed class Tenant : IAsyncDisposable
{
    private readonly EmulatorServer _server;
    private readonly List<IDisposable> _owned = [];

    private Tenant(GainsightEmulator emulator, EmulatorServer server, VirtualClock clock)
    {
        Emulator = emulator;
        _server = server;
        Clock = clock;
    }

    public GainsightEmulator Emulator { get; }

    public VirtualClock Clock { get; }

    public EmulatedObject Companies => Emulator.Object("Company");

    public Uri BaseAddress => _server.BaseAddress;

    public static async Task<Tenant> StartAsync(TimeSpan clockOffset = default, int seed = 1)
    {
        var clock = new VirtualClock().StartJumping();
        var emulator = new GainsightEmulator(new GainsightEmulatorOptions { TimeProvider = clock.ForServer(), ClockOffset = clockOffset, Seed = seed });
        return new Tenant(emulator, await EmulatorServer.StartAsync(emulator), clock);
    }

    public GainsightClient CreateClient(Action<GainsightClientOptions>? configure = null)
    {
        var handler = new InFlightHandler(Clock, PrimaryHandler.Create());
        var options = new GainsightClientOptions
        {
            BaseAddress = BaseAddress,
            Credential = new AccessKeyCredential(Emulator.AccessKey),
            TimeProvider = Clock,
            PrimaryHandler = handler,
        };
        configure?.Invoke(options);
        var client = new GainsightClient(options);
        _owned.Add(client);
        _owned.Add(handler);
        return client;
    }

    /// <summary>The number of calls of an operation that the tenant received.</summary>
    public int Calls(string operation) => Emulator.Requests.CountOf(operation);

    public async ValueTask DisposeAsync()
    {
        foreach (var owned in _owned)
        {
            owned.Dispose();
        }

        await _server.DisposeAsync();
        Emulator.Dispose();
        Clock.Dispose();
    }
}
