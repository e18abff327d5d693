namespace Gainsight.Client;

/// <content>Upserts, one person a call.</content>
public partial class PersonClient
{
    /// <summary>Creates the person, or changes the one with this e-mail address, and writes the links to companies and relationships along with it.</summary>
    /// <remarks>As <see cref="UpsertAsync(IEnumerable{Person}, CancellationToken)"/>, for one.</remarks>
    /// <param name="person">The person.</param>
    /// <param name="cancellationToken">Stops the work; the row is then unknown if it was under way.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="GainsightException">The call could not be sent (a refused credential, an unreachable host).</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled; the exception holds the report.</exception>
    public virtual async Task<RowOutcome<Person>> UpsertAsync(Person person, CancellationToken cancellationToken = default)
    {
        var report = await UpsertAsync([Required(person)], cancellationToken).ConfigureAwait(false);
        return report.Rows[0];
    }

    /// <summary>Creates people, or changes those with these e-mail addresses, and writes their links along with them, one person a call.</summary>
    /// <remarks>
    /// <para>
    /// Sent are the address and what was set: what was only loaded from a tenant stays out, and a loaded person without any change
    /// is <see cref="RowStatus.Unchanged"/>. Gainsight does not say whether a person was created or changed, so the outcome is
    /// <see cref="RowStatus.Upserted"/>. A call whose answer is lost is sent again, since twice ends like once.
    /// </para>
    /// <para>
    /// People of one address are joined in order, later values winning; so are their links to one company. A row without an address, or with
    /// one that is none, fails before any call. The address is the key: a changed address makes another person.
    /// </para>
    /// <para>
    /// Lookups of people and links are resolved by this library, with one read for each kind of lookup and 50 people, since no source tells where the
    /// call takes them: a company that is not there or not the only one fails the row with
    /// <see cref="RecordErrorCodes.LookupNotFound"/> or <see cref="RecordErrorCodes.AmbiguousLookup"/>, and nothing of it is written.
    /// </para>
    /// <para>
    /// <see cref="WriteOptions.Preflight"/> checks people and their links before any call, <see cref="WriteOptions.SkipUnchanged"/> spares the call
    /// of those whom the tenant already has as they are. <see cref="PreviewUpsertAsync"/> says beforehand what would change.
    /// </para>
    /// <para>Gainsight takes 100 calls a minute. For many people see <see cref="UpsertInBatchesAsync(IEnumerable{Person}, CancellationToken)"/>.</para>
    /// </remarks>
    /// <param name="people">The people.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host): no row is written.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled; the exception holds the report.</exception>
    public virtual Task<WriteReport<Person>> UpsertAsync(IEnumerable<Person> people, CancellationToken cancellationToken = default) =>
        UpsertAsync(people, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpsertAsync(IEnumerable{Person}, CancellationToken)"/>
    /// <param name="people">The people.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    public virtual Task<WriteReport<Person>> UpsertAsync(
        IEnumerable<Person> people, WriteOptions options, CancellationToken cancellationToken = default) =>
        WriteEngine.WriteAsync(Context, new PersonUpsertJob(Context, Required(options)), people, options, cancellationToken);

    /// <summary>As <see cref="UpsertAsync(IEnumerable{Person}, CancellationToken)"/>, for people that come one by one; memory does not grow with their number.</summary>
    /// <param name="people">The people.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input. Leaving the loop early reads no further rows and waits for the calls under way.</returns>
    /// <exception cref="InvalidOperationException">The outcomes were read before: rows are written while they are read, and once.</exception>
    /// <exception cref="GainsightException">The work stopped before the last row; the outcomes known until then were given out before.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled; the exception holds the outcomes not given out.</exception>
    public virtual IAsyncEnumerable<RowOutcome<Person>> UpsertStreamAsync(
        IAsyncEnumerable<Person> people, CancellationToken cancellationToken = default) =>
        UpsertStreamAsync(people, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpsertStreamAsync(IAsyncEnumerable{Person}, CancellationToken)"/>
    /// <param name="people">The people.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
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
