namespace Gainsight.Client.Simulation;

/// <summary>How long messages take, and which are lost. The times are those of a data centre, with a tenant on another continent.</summary>
internal sealed class Network(Random random)
{
    private static readonly TimeSpan Retransmission = TimeSpan.FromMilliseconds(200);

    /// <summary>A message between host and store: mostly about a millisecond, and one of a hundred is sent twice.</summary>
    public TimeSpan ToStore() => TimeSpan.FromMilliseconds(0.3 + (2 * random.NextDouble())) + (random.Next(100) == 0 ? Retransmission : TimeSpan.Zero);

    /// <summary>Whether a connection breaks while a message is on its way. Then there is no answer.</summary>
    public bool IsLost() => random.Next(10_000) == 0;

    /// <summary>A message between host and tenant.</summary>
    public TimeSpan ToTenant() => TimeSpan.FromMilliseconds(10 + (50 * random.NextDouble())) + (random.Next(100) == 0 ? Retransmission : TimeSpan.Zero);

    /// <summary>The work of the tenant on a call.</summary>
    public TimeSpan Work() => TimeSpan.FromMilliseconds(50 + (400 * random.NextDouble()));
}
