namespace Gainsight.Client;

/// <summary>How to wait for a job that was started before.</summary>
public sealed class FollowOptions : BulkJobOptions
{
    internal static FollowOptions Default { get; } = new();

    /// <summary>Receives the state after each status request.</summary>
    public IProgress<JobReport>? Progress { get; init; }
}
