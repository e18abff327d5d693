namespace Gainsight.Client;

/// <summary>A part of an import that was sent, and what became of it. Gainsight tells numbers; which rows failed stands in its e-mail and its interface.</summary>
public sealed record ImportPart
{
    /// <summary>The index of its first row, 0 for the first row behind the header.</summary>
    public required long FirstRow { get; init; }

    /// <summary>The number of its rows.</summary>
    public required long RowCount { get; init; }

    /// <summary>The id under which Gainsight tells of the part's job, or null when no answer told it.</summary>
    public string? StatusId { get; init; }

    /// <summary>Gainsight's last word on the job, such as <c>COMPLETED</c>; an open set, null when it was not learnt.</summary>
    public string? Status { get; init; }

    /// <summary>The rows that Gainsight counts as written, or null when it does not tell.</summary>
    public long? Succeeded { get; init; }

    /// <summary>The rows that Gainsight counts as failed, or null when it does not tell.</summary>
    public long? Failed { get; init; }

    /// <summary>The rows that Gainsight counts neither as written nor as failed: what became of them is unknown.</summary>
    public long Unknown => Math.Max(0, RowCount - (Succeeded ?? 0) - (Failed ?? 0));
}
