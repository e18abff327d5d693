namespace Gainsight.Client;

/// <summary>What a write would do with one row.</summary>
/// <typeparam name="T">The record type.</typeparam>
public sealed class RowPreview<T>
{
    /// <summary>Creates a preview, as a mock of a client would give it.</summary>
    /// <param name="index">The row's place in the input, from 0.</param>
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

    /// <summary>The row's place in the input, from 0.</summary>
    public long Index { get; }

    /// <summary>The row as it was given; null where the input held null.</summary>
    public T Record { get; }

    /// <summary>What the write would do with it.</summary>
    public PreviewStatus Status { get; }

    /// <summary>The GSID of the row in the tenant, or null when there is none, or several with the key.</summary>
    public string? Gsid { get; }

    /// <summary>The fields that would change; of a row to insert, all that would be set. Rows with the same key go out as one, and each lists what that one changes.</summary>
    public IReadOnlyList<FieldChange> Changes { get; }

    /// <summary>Why the row would fail; empty otherwise, never null.</summary>
    public IReadOnlyList<RecordError> Errors { get; }

    /// <summary>The place, the status, and the names of fields, without the record's values.</summary>
    /// <returns>For example <c>12: WouldUpdate Arr, Stage</c>.</returns>
    public override string ToString()
    {
        var details = Errors.Count > 0 ? string.Join(", ", Errors) : string.Join(", ", Changes);
        return details.Length == 0 ? $"{Index}: {Status}" : $"{Index}: {Status} {details}";
    }
}
