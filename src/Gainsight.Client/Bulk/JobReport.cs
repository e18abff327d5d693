namespace Gainsight.Client;

/// <summary>What Gainsight says of a job that it carries out in the background.</summary>
public sealed class JobReport
{
    /// <summary>The id of the job.</summary>
    public required string JobId { get; init; }

    /// <summary>Gainsight's name for the state, such as <c>IN_PROGRESS</c> or <c>COMPLETED</c>. The set is open. Null when the answer has none.</summary>
    public string? Status { get; init; }

    /// <summary>Whether the job has ended. False when <see cref="BulkJobOptions.MaxWait"/> passed first. The job then continues.</summary>
    public bool HasEnded { get; init; }

    /// <summary>Whether the job has ended and was carried out as a whole. Some rows may have failed nevertheless.</summary>
    public bool IsCompleted { get; init; }

    /// <summary>The number of rows that Gainsight counts or names as written, or null when it does not say.</summary>
    public long? Succeeded { get; init; }

    /// <summary>The number of rows that Gainsight counts or names as failed, or null when it does not say.</summary>
    public long? Failed { get; init; }

    /// <summary>The errors that the answer names. Empty for imports, whose errors are only in Gainsight's e-mail and user interface.</summary>
    public IReadOnlyList<JobError> Errors { get; init; } = [];

    /// <summary>The id and the state. Values of rows are left out.</summary>
    /// <returns>For example <c>7f21 COMPLETED</c>.</returns>
    public override string ToString() => $"{JobId} {SafeText.Token(Status) ?? "(no state)"}";
}
