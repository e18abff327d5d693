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
    /// tenant. The row was in the tenant when it was read. CTAs, tasks, plans, goals, activities and people that have nothing to change are not
    /// looked up.
    /// </summary>
    Unchanged,

    /// <summary>The row was deleted.</summary>
    Deleted,

    /// <summary>The row was refused. <see cref="RowOutcome{T}.Errors"/> says why. Nothing was written.</summary>
    Failed,

    /// <summary>
    /// The row may or may not have been written, or written in part: the connection broke, or the answer did not say, and no read could tell.
    /// Check before sending it again.
    /// </summary>
    Unknown,
}
