namespace Gainsight.Client;

/// <content>Updates.</content>
public partial class UserClient
{
    /// <summary>Updates users. A user that the tenant does not have fails.</summary>
    /// <remarks>Records with the same key are merged in order, later values winning. The key fields themselves cannot be changed (told at second hand).</remarks>
    /// <param name="records">The users; the key and what was changed are sent.</param>
    /// <param name="keys"><see cref="UserFields.SfdcUserName"/>, <see cref="IdentifierKeys.Gsid"/> or <see cref="UserFields.SfdcUserId"/>.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input.</returns>
    /// <exception cref="ArgumentException">Gainsight does not find users by these keys.</exception>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host): no row is written.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled; the exception holds the report.</exception>
    public virtual Task<WriteReport<User>> UpdateAsync(
        IEnumerable<User> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        UpdateAsync(records, keys, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpdateAsync(IEnumerable{User}, IdentifierKeys, CancellationToken)"/>
    /// <param name="records">The users; the key and what was changed are sent.</param>
    /// <param name="keys"><see cref="UserFields.SfdcUserName"/>, <see cref="IdentifierKeys.Gsid"/> or <see cref="UserFields.SfdcUserId"/>.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    public virtual Task<WriteReport<User>> UpdateAsync(
        IEnumerable<User> records, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken = default) =>
        WriteAsync(new UserWriteJob(Context, RecordWriteKind.Update, Required(keys), Required(options)), records, options, cancellationToken);

    /// <summary>As <see cref="UpdateAsync(IEnumerable{User}, IdentifierKeys, CancellationToken)"/>, for users that come one by one; memory does not grow with their number.</summary>
    /// <param name="records">The users; the key and what was changed are sent.</param>
    /// <param name="keys"><see cref="UserFields.SfdcUserName"/>, <see cref="IdentifierKeys.Gsid"/> or <see cref="UserFields.SfdcUserId"/>.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input. Leaving the loop early reads no further rows and waits for the calls under way.</returns>
    /// <exception cref="ArgumentException">Gainsight does not find users by these keys.</exception>
    /// <exception cref="GainsightException">The work stopped before the last row; the outcomes known until then were given out before.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled; the exception holds the outcomes not given out.</exception>
    public virtual IAsyncEnumerable<RowOutcome<User>> UpdateStreamAsync(
        IAsyncEnumerable<User> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        UpdateStreamAsync(records, keys, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpdateStreamAsync(IAsyncEnumerable{User}, IdentifierKeys, CancellationToken)"/>
    /// <param name="records">The users; the key and what was changed are sent.</param>
    /// <param name="keys"><see cref="UserFields.SfdcUserName"/>, <see cref="IdentifierKeys.Gsid"/> or <see cref="UserFields.SfdcUserId"/>.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    public virtual IAsyncEnumerable<RowOutcome<User>> UpdateStreamAsync(
        IAsyncEnumerable<User> records, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken = default) =>
        StreamAsync(new UserWriteJob(Context, RecordWriteKind.Update, Required(keys), Required(options)), records, options, cancellationToken);

    /// <inheritdoc cref="UpdateStreamAsync(IAsyncEnumerable{User}, IdentifierKeys, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<User>> UpdateStreamAsync(
        IEnumerable<User> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        UpdateStreamAsync(OneByOne(Required(records)), keys, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpdateStreamAsync(IAsyncEnumerable{User}, IdentifierKeys, WriteOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<User>> UpdateStreamAsync(
        IEnumerable<User> records, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken = default) =>
        UpdateStreamAsync(OneByOne(Required(records)), keys, options, cancellationToken);
}
