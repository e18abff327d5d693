namespace Gainsight.Client.Emulator;

/// <content>How the job ends that the call starts.</content>
public sealed partial class Fault
{
    /// <summary>
    /// The final state of a job of <see cref="FaultKind.JobEnds"/>, such as <c>CANCELLED</c>, <c>ERROR</c>, <c>EXPIRED</c> or <c>COMPLETE</c>, which
    /// no documentation names. Default: <c>CANCELLED</c>.
    /// </summary>
    public string JobStatus { get; init; } = "CANCELLED";

    /// <summary>The share of its work that the job does before it ends, from 0 to 1. Default: 0.5.</summary>
    public double JobShare { get; init; } = 0.5;

    /// <summary>The number of successes that the job reports. <see langword="null"/> means the true number. Default: <see langword="null"/>.</summary>
    public int? JobSuccessCount { get; init; }

    /// <summary>The number of failures that the job reports. <see langword="null"/> means the true number. Default: <see langword="null"/>.</summary>
    public int? JobFailureCount { get; init; }

    /// <summary>Whether the job lists the results of its records. Default: <see langword="true"/>.</summary>
    public bool JobListsResults { get; init; } = true;

    internal bool IsForJob => Kind is FaultKind.JobFails or FaultKind.JobIsAborted or FaultKind.JobEnds;

    internal string EndOfJob => Kind switch
    {
        FaultKind.JobFails => "FAILED",
        FaultKind.JobIsAborted => "ABORTED",
        _ => JobStatus,
    };

    internal int ShareOf(int count) => (int)Math.Clamp(count * JobShare, 0, count);
}
