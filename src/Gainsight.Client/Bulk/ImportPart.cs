namespace Gainsight.Client;

/// <summary>A sent part of an import, and its result. Gainsight returns only numbers. Which rows failed is in its e-mail and user interface.</summary>
public sealed record ImportPart
{
    /// <summary>The index of the first row. The first row after the header has index 0.</summary>
    public required long FirstRow { get; init; }

    /// <summary>The number of rows.</summary>
    public required long RowCount { get; init; }

    /// <summary>The id of the part's status, or null when no answer contained it.</summary>
    public string? StatusId { get; init; }

    /// <summary>The last known state of the job, such as <c>COMPLETED</c>. The set is open. Null when the state is unknown.</summary>
    public string? Status { get; init; }

    /// <summary>The number of rows that Gainsight counts as written, or null when it does not say.</summary>
    public long? Succeeded { get; init; }

    /// <summary>The number of rows that Gainsight counts as failed, or null when it does not say.</summary>
    public long? Failed { get; init; }

    /// <summary>The number of rows that Gainsight counts neither as written nor as failed. Their result is unknown.</summary>
    public long Unknown => Math.Max(0, RowCount - (Succeeded ?? 0) - (Failed ?? 0));
}
