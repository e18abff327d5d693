namespace Gainsight.Client;

/// <summary>A row on its way through the write engine.</summary>
internal sealed class WriteRow<T>(long index, T record)
{
    public long Index { get; } = index;

    /// <summary>The row as it was given.</summary>
    public T Record { get; } = record;

    /// <summary>What is sent: the row itself, or what it and the later rows of the same key come to.</summary>
    public T Body { get; set; } = record;

    /// <summary>The values of the identifier keys, or null for writes without keys.</summary>
    public string? Key { get; set; }

    /// <summary>The row of the tenant that an upsert found, or an update goes by.</summary>
    public string? Gsid { get; set; }

    /// <summary>When a row that was just inserted with the same key is shown for certain; null when there was none.</summary>
    public DateTimeOffset? ShownBy { get; set; }

    /// <summary>The rows of the tenant that carry its key, where they were read to be compared with.</summary>
    public IReadOnlyList<FoundRow>? Found { get; set; }

    public CallShape Group { get; set; }

    public WriteRowState State { get; set; }

    /// <summary>Whether the key is taken at the gate and must be let go with the outcome.</summary>
    public bool HoldsKey { get; set; }

    /// <summary>Whether a call that carried the row was accepted in part, or an attempt to delete it was lost, so that without an outcome its fate is unknown.</summary>
    public bool MayBeWritten { get; set; }

    /// <summary>Whether an earlier row carries this one, so that it is not sent itself.</summary>
    public bool IsCarried { get; set; }

    /// <summary>Later rows of the input with the same key, which this one carries.</summary>
    public List<WriteRow<T>>? Followers { get; set; }

    public RowOutcome<T>? Outcome { get; set; }
}
