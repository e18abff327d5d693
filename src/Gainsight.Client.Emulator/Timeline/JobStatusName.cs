namespace Gainsight.Client.Emulator;

/// <summary>The name of the member that holds the state of a job.</summary>
public enum JobStatusName
{
    /// <summary><c>jobStatus</c>, as in bulk export (quoted).</summary>
    JobStatus,

    /// <summary><c>status</c> (inferred).</summary>
    Status,
}
