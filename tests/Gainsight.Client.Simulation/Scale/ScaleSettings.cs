namespace Gainsight.Client.Simulation;

/// <summary>What is simulated.</summary>
/// <param name="Hosts">The number of hosts. Every host works for every tenant.</param>
/// <param name="Tenants">The number of tenants, in turn busy, shared and quiet.</param>
/// <param name="Seed">The seed of clocks, latency, loss and interactive calls.</param>
/// <param name="Minutes">The number of minutes, which are the windows of a hundred calls.</param>
/// <param name="Partition">Whether a tenth of the hosts cannot reach the store in the second third of the time.</param>
internal sealed record ScaleSettings(int Hosts, int Tenants, int Seed, int Minutes, bool Partition)
{
    public const int Limit = 100;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public TimeSpan PartitionStart => Window * (Minutes / 3);

    public TimeSpan PartitionEnd => Window * (2 * Minutes / 3);

    /// <summary>Whether a host is one of those that cannot reach the store for some time: one of ten, and one of the four with bulk work for a shared tenant.</summary>
    public bool IsPartitioned(int host) => Partition && host % 10 == 3;

    public bool IsPartitioned(int host, TimeSpan at) => IsPartitioned(host) && at >= PartitionStart && at < PartitionEnd;
}
