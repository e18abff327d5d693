namespace Gainsight.Client.Hosting.Tests.HealthChecks;

/// <summary>A client whose past and quota are known.</summary>
internal sealed class KnownClient : GainsightClient
{
    public ConnectionStatus Past { get; set; } = new();

    public QuotaSnapshot Left { get; set; } = new();

    /// <summary>What a probe finds.</summary>
    public Func<CancellationToken, Task<ConnectionStatus>>? Probe { get; set; }

    public int Probes { get; private set; }

    public override ConnectionStatus Connection => Past;

    public override QuotaSnapshot Quota => Left;

    public override async Task<ConnectionReport> CheckConnectionAsync(CancellationToken cancellationToken = default)
    {
        Probes++;
        Past = await Probe!(cancellationToken);
        return Past.FailuresInARow == 0
            ? new ConnectionReport { BaseAddress = new Uri("https://acme.gainsightcloud.com"), ObjectCount = 1, Elapsed = TimeSpan.Zero }
            : throw new GainsightTransportException("There was no answer.");
    }
}
