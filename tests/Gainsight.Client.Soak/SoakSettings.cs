namespace Gainsight.Client.Soak;

/// <summary>How long, how hard, and from which seed.</summary>
/// <param name="Duration">How long the workers write.</param>
/// <param name="Processes">The number of client processes.</param>
/// <param name="Seed">The seed of the workers and of the faults.</param>
/// <param name="FaultRate">The share of requests that get a fault, from 0 to 1.</param>
/// <param name="LateCommitRate">The share of inserts that are carried out after a refusal or a cut, from 0 to 1.</param>
/// <param name="Workload">The name of the only workload, or an empty text for all of them.</param>
internal sealed record SoakSettings(TimeSpan Duration, int Processes, int Seed, double FaultRate, double LateCommitRate, string Workload)
{
    /// <summary>How long after the answer a late commit is carried out. A killed process starts again only after it.</summary>
    public static readonly TimeSpan LateCommitDelay = TimeSpan.FromSeconds(6);

    /// <summary>The clients' time limit of an attempt. The latency faults last longer.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(2);
}
