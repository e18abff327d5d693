namespace Gainsight.Client;

/// <content>Upserts.</content>
public abstract partial class RecordWriteClient<T>
{
    /// <summary>Updates the rows that are there and inserts the others.</summary>
    /// <remarks>
    /// <para>
    /// Gainsight has no such call: the client reads the keys (one call per 500 rows), updates what it found by GSID and inserts the rest,
    /// 50 rows a call. Records with the same key are merged in order, later values winning. Several rows of the tenant with one key make
    /// that record fail with <see cref="RecordErrorCodes.AmbiguousKey"/>. A record that carries nothing besides its keys leaves a row that
    /// is there <see cref="RowStatus.Unchanged"/>.
    /// </para>
    /// <para>
    /// As the client reads the keys itself, a key can be a lookup, given by the GSID it holds. Relationships and opportunities of one key that differ in
    /// their company are not merged: they fail with <see cref="RecordErrorCodes.AmbiguousKey"/>, unless the company is one of the keys.
    /// </para>
    /// <para>
    /// After an insert whose answer is lost the keys are read back: what is there is reported as inserted, and what is absent in two reads
    /// is sent once more.
    /// </para>
    /// <para>
    /// Within this process a key is written by one call at a time. A writer elsewhere that inserts the same key between the read and the
    /// insert cannot be kept out: the tenant then has two rows.
    /// </para>
    /// </remarks>
    /// <param name="records">The rows; for those that are there, what was changed is sent.</param>
    /// <param name="keys">One to three identifier keys, such as <see cref="CompanyFields.Name"/>.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input.</returns>
    /// <exception cref="ArgumentException">The keys are not of a kind that Gainsight takes.</exception>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host): no row is written.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled; the exception holds the report.</exception>
    public virtual Task<WriteReport<T>> UpsertAsync(IEnumerable<T> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        UpsertAsync(records, keys, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpsertAsync(IEnumerable{T}, IdentifierKeys, CancellationToken)"/>
    /// <param name="records">The rows; for those that are there, what was changed is sent.</param>
    /// <param name="keys">One to three identifier keys, such as <see cref="CompanyFields.Name"/>.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    public virtual Task<WriteReport<T>> UpsertAsync(
        IEnumerable<T> records, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken = default) =>
        WriteAsync(Job(RecordWriteKind.Upsert, Required(keys), Required(options)), records, options, cancellationToken);

    /// <summary>As <see cref="UpsertAsync(IEnumerable{T}, IdentifierKeys, CancellationToken)"/>, for rows that come one by one; memory does not grow with their number.</summary>
    /// <param name="records">The rows; for those that are there, what was changed is sent.</param>
    /// <param name="keys">One to three identifier keys, such as <see cref="CompanyFields.Name"/>.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input. Leaving the loop early reads no further rows and waits for the calls under way.</returns>
    /// <exception cref="InvalidOperationException">The outcomes were read before: rows are written while they are read, and once.</exception>
    /// <exception cref="GainsightException">The work stopped before the last row; the outcomes known until then were given out before.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled; the exception holds the outcomes not given out.</exception>
    public virtual IAsyncEnumerable<RowOutcome<T>> UpsertStreamAsync(
        IAsyncEnumerable<T> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        UpsertStreamAsync(records, keys, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpsertStreamAsync(IAsyncEnumerable{T}, IdentifierKeys, CancellationToken)"/>
    /// <param name="records">The rows; for those that are there, what was changed is sent.</param>
    /// <param name="keys">One to three identifier keys, such as <see cref="CompanyFields.Name"/>.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    public virtual IAsyncEnumerable<RowOutcome<T>> UpsertStreamAsync(
        IAsyncEnumerable<T> records, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken = default) =>
        StreamAsync(Job(RecordWriteKind.Upsert, Required(keys), Required(options)), records, options, cancellationToken);

    /// <inheritdoc cref="UpsertStreamAsync(IAsyncEnumerable{T}, IdentifierKeys, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<T>> UpsertStreamAsync(
        IEnumerable<T> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        UpsertStreamAsync(Required(records).OneByOne(), keys, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpsertStreamAsync(IAsyncEnumerable{T}, IdentifierKeys, WriteOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<T>> UpsertStreamAsync(
        IEnumerable<T> records, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken = default) =>
        UpsertStreamAsync(Required(records).OneByOne(), keys, options, cancellationToken);
}
