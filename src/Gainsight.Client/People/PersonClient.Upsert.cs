namespace Gainsight.Client;

/// <content>Upserts, one person per call.</content>
public partial class PersonClient
{
    /// <summary>Creates the person, or changes the one with this e-mail address, and writes its links to companies and relationships.</summary>
    /// <remarks>As <see cref="UpsertAsync(IEnumerable{Person}, CancellationToken)"/>, for one person.</remarks>
    /// <param name="person">The person.</param>
    /// <param name="cancellationToken">Stops the work. A row in progress is then unknown.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="GainsightException">The call could not be sent (a refused credential, an unreachable host).</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the report.</exception>
    public virtual Task<RowOutcome<Person>> UpsertAsync(Person person, CancellationToken cancellationToken = default) =>
        UpsertAsync([Required(person)], cancellationToken).SingleAsync();

    /// <inheritdoc cref="UpsertAsync(Person, CancellationToken)"/>
    /// <param name="person">The person.</param>
    /// <param name="options">The options of the write.</param>
    /// <param name="cancellationToken">Stops the work. A row in progress is then unknown.</param>
    public virtual Task<RowOutcome<Person>> UpsertAsync(Person person, WriteOptions options, CancellationToken cancellationToken = default) =>
        UpsertAsync([Required(person)], options, cancellationToken).SingleAsync();

    /// <summary>Creates people, or changes those with these e-mail addresses, and writes their links, with one person per call.</summary>
    /// <remarks>
    /// <para>
    /// The address and the changed fields are sent, and no fields that were only loaded. A loaded person without changes
    /// is <see cref="RowStatus.Unchanged"/>. Gainsight does not say whether a person was created or changed, so the outcome is
    /// <see cref="RowStatus.Upserted"/>. A call whose answer is lost is sent again, because repeating it has the same result.
    /// </para>
    /// <para>
    /// Rows with the same address are merged in order; later values win. Links of a person to the same company are merged as well. A row without a
    /// valid address fails before any call. The address is the key: a new address creates another person.
    /// </para>
    /// <para>
    /// This library resolves the lookups of people and links, with one read for each kind of lookup and 50 people, because no source shows a place for
    /// them in the call. If no row or several rows match, the person fails with
    /// <see cref="RecordErrorCodes.LookupNotFound"/> or <see cref="RecordErrorCodes.AmbiguousLookup"/>, and none of it is written.
    /// </para>
    /// <para>
    /// <see cref="WriteOptions.Preflight"/> checks people and their links before any call. <see cref="WriteOptions.SkipUnchanged"/> sends no call for people
    /// that already have these values in the tenant. <see cref="PreviewUpsertAsync"/> shows in advance what would change.
    /// </para>
    /// <para>Gainsight accepts 100 calls a minute. For many people, see <see cref="UpsertInBatchesAsync(IEnumerable{Person}, CancellationToken)"/>.</para>
    /// </remarks>
    /// <param name="people">The people.</param>
    /// <param name="cancellationToken">Stops the work. The rows in progress are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host). No row was written.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the report.</exception>
    public virtual Task<WriteReport<Person>> UpsertAsync(IEnumerable<Person> people, CancellationToken cancellationToken = default) =>
        UpsertAsync(people, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpsertAsync(IEnumerable{Person}, CancellationToken)"/>
    /// <param name="people">The people.</param>
    /// <param name="options">The options of the write.</param>
    /// <param name="cancellationToken">Stops the work. The rows in progress are then unknown.</param>
    public virtual Task<WriteReport<Person>> UpsertAsync(
        IEnumerable<Person> people, WriteOptions options, CancellationToken cancellationToken = default) =>
        WriteEngine.WriteAsync(Context, new PersonUpsertJob(Context, Required(options)), people, options, cancellationToken);

    /// <summary>As <see cref="UpsertAsync(IEnumerable{Person}, CancellationToken)"/>, streaming, with constant memory.</summary>
    /// <param name="people">The people.</param>
    /// <param name="cancellationToken">Stops the work. The rows in progress are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input. If you leave the loop early, no further rows are read, and the calls in progress are awaited.</returns>
    /// <exception cref="InvalidOperationException">The outcomes were already read. Reading them writes the rows, and that happens only once.</exception>
    /// <exception cref="GainsightException">The work stopped before the last row. The outcomes known until then were already returned.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the outcomes that were not yet returned.</exception>
    public virtual IAsyncEnumerable<RowOutcome<Person>> UpsertStreamAsync(
        IAsyncEnumerable<Person> people, CancellationToken cancellationToken = default) =>
        UpsertStreamAsync(people, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpsertStreamAsync(IAsyncEnumerable{Person}, CancellationToken)"/>
    /// <param name="people">The people.</param>
    /// <param name="options">The options of the write.</param>
    /// <param name="cancellationToken">Stops the work. The rows in progress are then unknown.</param>
    public virtual IAsyncEnumerable<RowOutcome<Person>> UpsertStreamAsync(
        IAsyncEnumerable<Person> people, WriteOptions options, CancellationToken cancellationToken = default) =>
        WriteEngine.StreamAsync(Context, new PersonUpsertJob(Context, Required(options)), people, options, cancellationToken);

    /// <inheritdoc cref="UpsertStreamAsync(IAsyncEnumerable{Person}, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<Person>> UpsertStreamAsync(
        IEnumerable<Person> people, CancellationToken cancellationToken = default) =>
        UpsertStreamAsync(Required(people).OneByOne(), WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpsertStreamAsync(IAsyncEnumerable{Person}, WriteOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<Person>> UpsertStreamAsync(
        IEnumerable<Person> people, WriteOptions options, CancellationToken cancellationToken = default) =>
        UpsertStreamAsync(Required(people).OneByOne(), options, cancellationToken);
}
