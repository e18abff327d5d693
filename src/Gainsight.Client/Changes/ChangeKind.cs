namespace Gainsight.Client;

/// <summary>The kinds of changes of a change feed.</summary>
public enum ChangeKind
{
    /// <summary>The row was inserted or changed. The feed cannot tell which: Gainsight stores only when a row was last changed.</summary>
    Upserted,

    /// <summary>The row was deleted.</summary>
    Deleted,

    /// <summary>Nothing more has changed. Each completed read ends with this change. It carries a checkpoint, so that objects without changes advance as well.</summary>
    CaughtUp,
}
