namespace Gainsight.Client;

/// <summary>The last run of a job.</summary>
public sealed record RunStatus
{
    /// <summary>The name of the job.</summary>
    public required string Job { get; init; }

    /// <summary>How the run ended, or that it has not ended.</summary>
    public RunState State { get; init; }

    /// <summary>When the run started (UTC), or null.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When the run ended (UTC). Null while it runs, and after its process was killed.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>The rows that the run counted.</summary>
    public long Rows { get; init; }

    /// <summary>The requests that the run sent to Gainsight, retries included.</summary>
    public long Calls { get; init; }

    /// <summary>The reasons of failures, then the rows that were left out: the first 100 of both.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
