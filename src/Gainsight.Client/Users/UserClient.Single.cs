namespace Gainsight.Client;

/// <content>Writes of one user.</content>
public partial class UserClient
{
    /// <summary>Creates a user, and says whether it gets an e-mail; the other overloads send none.</summary>
    /// <param name="record">The user; every writable field that is present is sent.</param>
    /// <param name="notify">Whether Gainsight sends the new user an e-mail. That this is a welcome e-mail is inferred from the parameter's name.</param>
    /// <param name="options">The options of the write.</param>
    /// <param name="cancellationToken">Stops the work. A row in progress is then unknown.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="GainsightException">The call could not be sent (a refused credential, an unreachable host).</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the report.</exception>
    public virtual Task<RowOutcome<User>> InsertAsync(
        User record, bool notify, WriteOptions options, CancellationToken cancellationToken = default) =>
        InsertAsync([Required(record)], notify, options, cancellationToken).SingleAsync();

    /// <summary>Activates or deactivates a user.</summary>
    /// <param name="gsid">The user's GSID.</param>
    /// <param name="isActive">Whether the user may sign in.</param>
    /// <param name="cancellationToken">Stops the work. A row in progress is then unknown.</param>
    /// <returns>The outcome: updated, or failed.</returns>
    /// <exception cref="ArgumentException"><paramref name="gsid"/> is empty.</exception>
    /// <exception cref="GainsightException">The call could not be sent (a refused credential, an unreachable host).</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the report.</exception>
    public virtual Task<RowOutcome<string>> SetActiveAsync(string gsid, bool isActive, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(gsid);
        return SetActiveAsync([gsid], isActive, cancellationToken).SingleAsync();
    }

    /// <inheritdoc cref="SetActiveAsync(string, bool, CancellationToken)"/>
    /// <param name="gsid">The user's GSID.</param>
    /// <param name="isActive">Whether the user may sign in.</param>
    /// <param name="options">The options of the write.</param>
    /// <param name="cancellationToken">Stops the work. A row in progress is then unknown.</param>
    public virtual Task<RowOutcome<string>> SetActiveAsync(
        string gsid, bool isActive, WriteOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(gsid);
        return SetActiveAsync([gsid], isActive, options, cancellationToken).SingleAsync();
    }
}
