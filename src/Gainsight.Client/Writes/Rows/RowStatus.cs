namespace Gainsight.Client;

/// <summary>What became of a row.</summary>
public enum RowStatus
{
    /// <summary>
    /// The work was stopped or cancelled before the row was sent, or while a call that Gainsight had only refused or never got waited to be sent
    /// again. The row is not in the tenant because of this call.
    /// </summary>
    NotAttempted,

    /// <summary>The row was created.</summary>
    Inserted,

    /// <summary>The row was there and was changed.</summary>
    Updated,

    /// <summary>The row is there as asked: it was created, or was there and was changed. Gainsight did not say which, and does not for people.</summary>
    Upserted,

    /// <summary>
    /// Nothing was sent for the row: it carried nothing to change, or, with <see cref="WriteOptions.SkipUnchanged"/>, nothing that the tenant
    /// does not have. An upsert has seen that it is there; an update has looked only with that option.
    /// </summary>
    Unchanged,

    /// <summary>The row was deleted.</summary>
    Deleted,

    /// <summary>The row was refused; <see cref="RowOutcome{T}.Errors"/> says why. Nothing was written.</summary>
    Failed,

    /// <summary>The row may or may not have been written: the connection broke, and no read could tell. Look before sending it again.</summary>
    Unknown,
}
