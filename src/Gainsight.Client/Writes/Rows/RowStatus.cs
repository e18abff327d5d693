namespace Gainsight.Client;

/// <summary>What became of a row.</summary>
public enum RowStatus
{
    /// <summary>
    /// The work was stopped or cancelled before the row was sent, or while a call that Gainsight had refused or never received waited to be
    /// sent again, or a read that must precede the row's call failed (<see cref="RowOutcome{T}.Errors"/> then says why). This write did not
    /// change the row in the tenant.
    /// </summary>
    NotAttempted,

    /// <summary>The row was created.</summary>
    Inserted,

    /// <summary>The row existed and was changed.</summary>
    Updated,

    /// <summary>The row was created or changed. Gainsight did not say which, and never does for people.</summary>
    Upserted,

    /// <summary>
    /// Nothing was sent for the row: it had nothing to change, or, with <see cref="WriteOptions.SkipUnchanged"/>, nothing that differs from the
    /// tenant. For an upsert, the row exists. An update checks that only with this option.
    /// </summary>
    Unchanged,

    /// <summary>The row was deleted.</summary>
    Deleted,

    /// <summary>The row was refused. <see cref="RowOutcome{T}.Errors"/> says why. Nothing was written.</summary>
    Failed,

    /// <summary>The row may or may not have been written: the connection broke, and no read could tell. Check before sending it again.</summary>
    Unknown,
}
