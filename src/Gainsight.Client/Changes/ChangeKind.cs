namespace Gainsight.Client;

/// <summary>The kinds of changes of a change feed.</summary>
public enum ChangeKind
{
    /// <summary>The row was inserted or changed. The query does not read <c>CreatedDate</c>, or the row has none, so the feed cannot tell which.</summary>
    Upserted,

    /// <summary>The row was deleted.</summary>
    Deleted,

    /// <summary>Nothing more has changed. Each completed read ends with this change. It carries a checkpoint, so that objects without changes advance as well.</summary>
    CaughtUp,

    /// <summary>The row was created since the checkpoint from which the feed was last caught up. Told only if the query reads <c>CreatedDate</c>.</summary>
    Created,

    /// <summary>
    /// The row was created before that, and changed since. Told only if the query reads <c>CreatedDate</c>. A row that kept changing during earlier
    /// reads can come for the first time as updated.
    /// </summary>
    Updated,
}
