namespace Gainsight.Client;

/// <summary>One change of a change feed.</summary>
/// <typeparam name="T">The record type.</typeparam>
public sealed class Change<T>
    where T : GainsightRecord
{
    internal Change(ChangeKind kind, string? gsid, T? record, DateTimeOffset? at, ChangeCheckpoint checkpoint)
    {
        Kind = kind;
        Gsid = gsid;
        Record = record;
        At = at;
        Checkpoint = checkpoint;
    }

    /// <summary>What happened.</summary>
    public ChangeKind Kind { get; }

    /// <summary>The row's GSID; null when the feed has caught up.</summary>
    public string? Gsid { get; }

    /// <summary>The row as it is now, with the fields that the query selects; null unless it was upserted.</summary>
    public T? Record { get; }

    /// <summary>When the row was last changed (null when Gainsight does not know), or when it was deleted; when the feed has caught up, the time up to which it has.</summary>
    public DateTimeOffset? At { get; }

    /// <summary>Where to go on once this change, and those before it, are dealt with.</summary>
    public ChangeCheckpoint Checkpoint { get; }

    /// <summary>The kind and the GSID, never other values.</summary>
    /// <returns>For example <c>Deleted 1P02…</c>.</returns>
    public override string ToString() => Gsid is null ? $"{Kind}" : $"{Kind} {Gsid}";
}
