namespace Gainsight.Client;

/// <summary>What a write would do with one row.</summary>
/// <typeparam name="T">The record type.</typeparam>
public sealed class RowPreview<T>
{
    /// <summary>Creates a preview, for mocks of a client.</summary>
    /// <param name="index">The row's position in the input, from 0.</param>
    /// <param name="record">The row as it was given.</param>
    /// <param name="status">What the write would do with it.</param>
    /// <param name="gsid">The GSID of the row in the tenant, if there is one.</param>
    /// <param name="changes">The fields that would change.</param>
    /// <param name="errors">Why the row would fail.</param>
    public RowPreview(
        long index, T record, PreviewStatus status, string? gsid = null, IReadOnlyList<FieldChange>? changes = null, IReadOnlyList<RecordError>? errors = null)
    {
        Index = index;
        Record = record;
        Status = status;
        Gsid = gsid;
        Changes = changes ?? [];
        Errors = errors ?? [];
    }

    /// <summary>The row's position in the input, from 0.</summary>
    public long Index { get; }

    /// <summary>The row as it was given. Null if the input had null.</summary>
    public T Record { get; }

    /// <summary>What the write would do with it.</summary>
    public PreviewStatus Status { get; }

    /// <summary>The GSID of the row in the tenant, or null when there is no row, or several with the key.</summary>
    public string? Gsid { get; }

    /// <summary>The fields that would change. For a row to insert, all fields that would be set. Rows with the same key are sent as one, and each lists the changes of that one.</summary>
    public IReadOnlyList<FieldChange> Changes { get; }

    /// <summary>Why the row would fail. Otherwise empty, never null.</summary>
    public IReadOnlyList<RecordError> Errors { get; }

    /// <summary>The position, the status, and the names of fields, without the record's values.</summary>
    /// <returns>For example <c>12: WouldUpdate Arr, Stage</c>.</returns>
    public override string ToString()
    {
        var details = Errors.Count > 0 ? string.Join(", ", Errors) : string.Join(", ", Changes);
        return details.Length == 0 ? $"{Index}: {Status}" : $"{Index}: {Status} {details}";
    }
}
