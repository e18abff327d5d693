namespace Gainsight.Client;

/// <content>Upserts.</content>
public partial class UserClient
{
    /// <summary>Updates the users that are there and creates the others, without an e-mail.</summary>
    /// <remarks>
    /// Gainsight has no such call: the client reads the keys (one call per 500 users, by query), updates what it found by GSID, and creates the
    /// rest. Several users of the tenant with one key make that record fail with <see cref="RecordErrorCodes.AmbiguousKey"/>.
    /// </remarks>
    /// <param name="records">The users; for those that are there, what was changed is sent.</param>
    /// <param name="keys">One to three fields that tell users apart, such as <see cref="UserFields.Email"/>.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input.</returns>
    /// <exception cref="ArgumentException">The keys are not of a kind that rows are found by, or one is the GSID, which a new user has not.</exception>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host): no row is written.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled; the exception holds the report.</exception>
    public virtual Task<WriteReport<User>> UpsertAsync(
        IEnumerable<User> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        UpsertAsync(records, keys, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpsertAsync(IEnumerable{User}, IdentifierKeys, CancellationToken)"/>
    /// <param name="records">The users; for those that are there, what was changed is sent.</param>
    /// <param name="keys">One to three fields that tell users apart, such as <see cref="UserFields.Email"/>.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    public virtual Task<WriteReport<User>> UpsertAsync(
        IEnumerable<User> records, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken = default) =>
        WriteAsync(new UserWriteJob(Context, RecordWriteKind.Upsert, Required(keys), Required(options)), records, options, cancellationToken);

    /// <summary>As <see cref="UpsertAsync(IEnumerable{User}, IdentifierKeys, CancellationToken)"/>, for users that come one by one; memory does not grow with their number.</summary>
    /// <param name="records">The users; for those that are there, what was changed is sent.</param>
    /// <param name="keys">One to three fields that tell users apart, such as <see cref="UserFields.Email"/>.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input. Leaving the loop early reads no further rows and waits for the calls under way.</returns>
    /// <exception cref="ArgumentException">The keys are not of a kind that rows are found by, or one is the GSID, which a new user has not.</exception>
    /// <exception cref="GainsightException">The work stopped before the last row; the outcomes known until then were given out before.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled; the exception holds the outcomes not given out.</exception>
    public virtual IAsyncEnumerable<RowOutcome<User>> UpsertStreamAsync(
        IAsyncEnumerable<User> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        UpsertStreamAsync(records, keys, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpsertStreamAsync(IAsyncEnumerable{User}, IdentifierKeys, CancellationToken)"/>
    /// <param name="records">The users; for those that are there, what was changed is sent.</param>
    /// <param name="keys">One to three fields that tell users apart, such as <see cref="UserFields.Email"/>.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    public virtual IAsyncEnumerable<RowOutcome<User>> UpsertStreamAsync(
        IAsyncEnumerable<User> records, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken = default) =>
        StreamAsync(new UserWriteJob(Context, RecordWriteKind.Upsert, Required(keys), Required(options)), records, options, cancellationToken);

    /// <inheritdoc cref="UpsertStreamAsync(IAsyncEnumerable{User}, IdentifierKeys, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<User>> UpsertStreamAsync(
        IEnumerable<User> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        UpsertStreamAsync(OneByOne(Required(records)), keys, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpsertStreamAsync(IAsyncEnumerable{User}, IdentifierKeys, WriteOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<User>> UpsertStreamAsync(
        IEnumerable<User> records, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken = default) =>
        UpsertStreamAsync(OneByOne(Required(records)), keys, options, cancellationToken);
}
