using Gainsight.Client.Emulator;

namespace Gainsight.Client.Samples.Tests;

/// <summary>A tenant in memory that holds a seed of a sample, and a client of it.</summary>
internal sealed class TestTenant : IDisposable
{
    private readonly HttpMessageHandler _handler;

    public TestTenant(string sample)
    {
        Emulator.Load(File.ReadAllText(Path.Combine(Repository.Samples, sample, "tenant.json")));
        _handler = Emulator.CreateHandler();
        Gainsight = new(new() { BaseAddress = Emulator.BaseAddress, Credential = new AccessKeyCredential(Emulator.AccessKey), PrimaryHandler = _handler });
    }

    public GainsightEmulator Emulator { get; } = new();

    public GainsightClient Gainsight { get; }

    /// <summary>Changes are visible to feeds only after a while. The tenant's clock goes on, the client learns it from an answer, and nobody waits.</summary>
    public Task SettleChangesAsync()
    {
        Emulator.ClockOffset += ChangesClient.SettleTime * 2;
        return Gainsight.CheckConnectionAsync();
    }

    public void Dispose()
    {
        Gainsight.Dispose();
        _handler.Dispose();
        Emulator.Dispose();
    }
}
