namespace Gainsight.Client;

/// <content>New users.</content>
public partial class UserClient
{
    /// <summary>Creates users. They get no e-mail; the overload with <c>notify</c> has one sent.</summary>
    /// <remarks>
    /// After a lost answer new users are looked up by their user name, which is unique, or by <see cref="WriteOptions.VerifyBy"/>. A user name
    /// that stands in the input twice makes the later row fail with <see cref="RecordErrorCodes.AlreadyExists"/>.
    /// </remarks>
    /// <param name="records">The users; every writable field that is present is sent.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host): no row is written.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled; the exception holds the report.</exception>
    public virtual Task<WriteReport<User>> InsertAsync(IEnumerable<User> records, CancellationToken cancellationToken = default) =>
        InsertAsync(records, notify: false, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="InsertAsync(IEnumerable{User}, CancellationToken)"/>
    /// <param name="records">The users; every writable field that is present is sent.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    public virtual Task<WriteReport<User>> InsertAsync(
        IEnumerable<User> records, WriteOptions options, CancellationToken cancellationToken = default) =>
        InsertAsync(records, notify: false, options, cancellationToken);

    /// <inheritdoc cref="InsertAsync(IEnumerable{User}, CancellationToken)"/>
    /// <param name="records">The users; every writable field that is present is sent.</param>
    /// <param name="notify">Whether Gainsight sends the new users an e-mail. That it is a welcome is inferred from the parameter's name.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    public virtual Task<WriteReport<User>> InsertAsync(
        IEnumerable<User> records, bool notify, WriteOptions options, CancellationToken cancellationToken = default) =>
        WriteAsync(new UserWriteJob(Context, RecordWriteKind.Insert, keys: null, Required(options), notify), records, options, cancellationToken);

    /// <summary>As <see cref="InsertAsync(IEnumerable{User}, CancellationToken)"/>, for users that come one by one; memory does not grow with their number.</summary>
    /// <param name="records">The users; every writable field that is present is sent.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input. Leaving the loop early reads no further rows and waits for the calls under way.</returns>
    /// <exception cref="GainsightException">The work stopped before the last row; the outcomes known until then were given out before.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled; the exception holds the outcomes not given out.</exception>
    public virtual IAsyncEnumerable<RowOutcome<User>> InsertStreamAsync(
        IAsyncEnumerable<User> records, CancellationToken cancellationToken = default) =>
        InsertStreamAsync(records, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="InsertStreamAsync(IAsyncEnumerable{User}, CancellationToken)"/>
    /// <param name="records">The users; every writable field that is present is sent.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    public virtual IAsyncEnumerable<RowOutcome<User>> InsertStreamAsync(
        IAsyncEnumerable<User> records, WriteOptions options, CancellationToken cancellationToken = default) =>
        StreamAsync(new UserWriteJob(Context, RecordWriteKind.Insert, keys: null, Required(options)), records, options, cancellationToken);

    /// <inheritdoc cref="InsertStreamAsync(IAsyncEnumerable{User}, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<User>> InsertStreamAsync(
        IEnumerable<User> records, CancellationToken cancellationToken = default) =>
        InsertStreamAsync(OneByOne(Required(records)), WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="InsertStreamAsync(IAsyncEnumerable{User}, WriteOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<User>> InsertStreamAsync(
        IEnumerable<User> records, WriteOptions options, CancellationToken cancellationToken = default) =>
        InsertStreamAsync(OneByOne(Required(records)), options, cancellationToken);
}
