namespace Gainsight.Client;

/// <summary>What a change feed tells.</summary>
public enum ChangeKind
{
    /// <summary>The row was inserted or changed. The feed does not tell which: Gainsight keeps only when a row was last changed.</summary>
    Upserted,

    /// <summary>The row was deleted.</summary>
    Deleted,

    /// <summary>Nothing more has changed. The last change of every read that came to its end; it is there for its checkpoint, so that quiet objects go on, too.</summary>
    CaughtUp,
}
