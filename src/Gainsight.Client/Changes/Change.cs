namespace Gainsight.Client;

/// <summary>One change of a change feed.</summary>
/// <typeparam name="T">The record type.</typeparam>
public sealed class Change<T>
    where T : GainsightRecord
{
    /// <summary>What happened.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>The row's GSID; null when the feed has caught up.</summary>
    public string? Gsid { get; init; }

    /// <summary>The row as it is now, with the fields that the query selects; null unless it was upserted.</summary>
    public T? Record { get; init; }

    /// <summary>When the row was last changed (null when Gainsight does not know), or when it was deleted; when the feed has caught up, the time up to which it has.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Where to go on once this change, and those before it, are dealt with.</summary>
    public required ChangeCheckpoint Checkpoint { get; init; }

    /// <summary>The kind and the GSID, never other values.</summary>
    /// <returns>For example <c>Deleted 1P02…</c>.</returns>
    public override string ToString() => Gsid is null ? $"{Kind}" : $"{Kind} {Gsid}";
}
