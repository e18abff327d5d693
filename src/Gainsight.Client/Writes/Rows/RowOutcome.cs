namespace Gainsight.Client;

/// <summary>What became of one row given to a write.</summary>
/// <typeparam name="T">The record type, or <see cref="string"/> for deletes by GSID.</typeparam>
public sealed class RowOutcome<T>
{
    /// <summary>Creates an outcome, for mocks of a client.</summary>
    /// <param name="index">The row's position in the input, from 0.</param>
    /// <param name="record">The row as it was given.</param>
    /// <param name="status">What became of it.</param>
    /// <param name="gsid">The GSID of the row in the tenant, if known.</param>
    /// <param name="errors">Why it failed.</param>
    /// <param name="requestId">The id by which Gainsight's support finds the call.</param>
    public RowOutcome(long index, T record, RowStatus status, string? gsid = null, IReadOnlyList<RecordError>? errors = null, string? requestId = null)
    {
        Index = index;
        Record = record;
        Status = status;
        Gsid = gsid;
        Errors = errors ?? [];
        RequestId = requestId;
    }

    /// <summary>The row's position in the input, from 0.</summary>
    public long Index { get; }

    /// <summary>The row as it was given. Null if the input had null.</summary>
    public T Record { get; }

    /// <summary>What became of it.</summary>
    public RowStatus Status { get; }

    /// <summary>The GSID of the row in the tenant, or null when it is not known: the row was not written, or the answer did not say which GSID belongs to which row.</summary>
    /// <remarks>
    /// For an insert of several rows whose answer has GSIDs and nothing else, their order is taken to be that of the call. Gainsight does not document
    /// the order; connectors rely on it. Once an answer of the tenant has shown another order, the GSIDs of such inserts are null.
    /// </remarks>
    public string? Gsid { get; }

    /// <summary>Why the row failed or is unknown. Otherwise empty, never null.</summary>
    public IReadOnlyList<RecordError> Errors { get; }

    /// <summary>The id of the call that decided the outcome, by which Gainsight's support finds it. Null when no call was made.</summary>
    public string? RequestId { get; }

    /// <summary>Whether the tenant is now as requested: the row was inserted, updated, upserted, unchanged or deleted.</summary>
    public bool Succeeded => Status is RowStatus.Inserted or RowStatus.Updated or RowStatus.Upserted or RowStatus.Unchanged or RowStatus.Deleted;

    /// <summary>Throws if the row did not succeed.</summary>
    /// <returns>This outcome.</returns>
    /// <exception cref="WriteFailedException">The row failed, is unknown, or was not attempted. The exception has a report with this row.</exception>
    public RowOutcome<T> EnsureSuccess() => Succeeded ? this : throw WriteFailedException.For(new WriteReport<T>([this]));

    /// <summary>The position, the status and the codes, without the record's values.</summary>
    /// <returns>For example <c>12: Failed GSOBJ_1012 (Stage)</c>.</returns>
    public override string ToString() => Errors.Count == 0 ? $"{Index}: {Status}" : $"{Index}: {Status} {string.Join(", ", Errors)}";
}
