namespace Gainsight.Client;

/// <summary>One change of a change feed.</summary>
/// <typeparam name="T">The record type.</typeparam>
public sealed class Change<T>
    where T : GainsightRecord
{
    /// <summary>What happened.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>The row's GSID, or the value of <see cref="ChangeOptions.Key"/>. Null when the feed has caught up.</summary>
    public string? Gsid { get; init; }

    /// <summary>The current row, with the fields that the query selects. Null unless the row was upserted, created or updated.</summary>
    public T? Record { get; init; }

    /// <summary>When the row was last changed (null when Gainsight does not know) or deleted. When the feed has caught up, the time up to which it has read.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Where to continue after this change and the changes before it are processed.</summary>
    public required ChangeCheckpoint Checkpoint { get; init; }

    /// <summary>Returns the kind and the GSID, and no other values.</summary>
    /// <returns>For example <c>Deleted 1P02…</c>.</returns>
    public override string ToString() => Gsid is null ? $"{Kind}" : $"{Kind} {Gsid}";
}
