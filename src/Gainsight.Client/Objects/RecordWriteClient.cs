namespace Gainsight.Client;

/// <summary>Reads the rows of one object, writes them by identifier keys, and previews what a write would do.</summary>
/// <remarks>
/// <para>
/// Gainsight validates all rows of a call before it writes any. The client fills the calls. When a call is refused, it finds the bad rows
/// and writes the others. It reports on every row in the order of the input.
/// </para>
/// <para>Thread-safe. The records themselves are not: do not change a record while it is being written.</para>
/// </remarks>
/// <typeparam name="T">The record type.</typeparam>
public abstract partial class RecordWriteClient<T> : RecordInsertClient<T>
    where T : GainsightRecord, new()
{
    private protected RecordWriteClient(ClientContext context, ObjectDefinition definition)
        : base(context, definition)
    {
    }

    /// <summary>For mocks: override the members that the code under test calls.</summary>
    protected RecordWriteClient()
    {
    }

    /// <summary>Updates the rows that exist and inserts the others.</summary>
    /// <remarks>
    /// <para>
    /// Gainsight has no such call. The client reads the keys (one call per 500 rows), updates the rows it found by GSID and inserts the others,
    /// 50 rows per call. Records with the same key are merged in order, and later values win. If several rows of the tenant have one key,
    /// the record fails with <see cref="RecordErrorCodes.AmbiguousKey"/>. A record that has nothing but its keys leaves an existing row
    /// <see cref="RowStatus.Unchanged"/>.
    /// </para>
    /// <para>
    /// Because the client reads the keys itself, a key can be a lookup, given by the GSID it holds. Relationships and opportunities that have the
    /// same key but different companies are not merged: they fail with <see cref="RecordErrorCodes.AmbiguousKey"/>, unless the company is one of the keys.
    /// </para>
    /// <para>
    /// After an insert whose answer is lost, the client reads the keys again. Rows that hold what was sent are reported as inserted. Rows that hold
    /// something else are another writer's, and are updated. Rows that two reads do not find are sent once more, unless the answer timed out:
    /// Gainsight may still carry out the insert then, and the rows are unknown.
    /// </para>
    /// <para>
    /// Within this process, a key is written by one call at a time. Another writer that inserts the same key between the read and the
    /// insert cannot be prevented: the tenant then has two rows.
    /// </para>
    /// </remarks>
    /// <param name="records">The rows. For those that exist, the changes are sent.</param>
    /// <param name="keys">One to three identifier keys, such as <see cref="CompanyFields.Name"/>.</param>
    /// <param name="cancellationToken">Cancels the work. Rows in flight are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input.</returns>
    /// <exception cref="ArgumentException">Gainsight does not accept keys of this kind.</exception>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host). No row is written.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the report.</exception>
    public virtual Task<WriteReport<T>> UpsertAsync(IEnumerable<T> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        UpsertAsync(records, keys, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpsertAsync(IEnumerable{T}, IdentifierKeys, CancellationToken)"/>
    /// <param name="records">The rows. For those that exist, the changes are sent.</param>
    /// <param name="keys">One to three identifier keys, such as <see cref="CompanyFields.Name"/>.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Cancels the work. Rows in flight are then unknown.</param>
    public virtual Task<WriteReport<T>> UpsertAsync(
        IEnumerable<T> records, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken = default) =>
        WriteAsync(RecordWriteKind.Upsert, records, keys, options, cancellationToken);

    /// <summary>Like <see cref="UpsertAsync(IEnumerable{T}, IdentifierKeys, CancellationToken)"/>, but streaming, with constant memory.</summary>
    /// <param name="records">The rows. For those that exist, the changes are sent.</param>
    /// <param name="keys">One to three identifier keys, such as <see cref="CompanyFields.Name"/>.</param>
    /// <param name="cancellationToken">Cancels the work. Rows in flight are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input. Leaving the loop early reads no further rows and waits for the calls in flight.</returns>
    /// <exception cref="InvalidOperationException">The outcomes were already read. Rows are written while their outcomes are read, and only once.</exception>
    /// <exception cref="GainsightException">The work stopped before the last row. The outcomes known until then were returned before.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the outcomes that were not returned.</exception>
    public virtual IAsyncEnumerable<RowOutcome<T>> UpsertStreamAsync(
        IAsyncEnumerable<T> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        UpsertStreamAsync(records, keys, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpsertStreamAsync(IAsyncEnumerable{T}, IdentifierKeys, CancellationToken)"/>
    /// <param name="records">The rows. For those that exist, the changes are sent.</param>
    /// <param name="keys">One to three identifier keys, such as <see cref="CompanyFields.Name"/>.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Cancels the work. Rows in flight are then unknown.</param>
    public virtual IAsyncEnumerable<RowOutcome<T>> UpsertStreamAsync(
        IAsyncEnumerable<T> records, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken = default) =>
        StreamAsync(RecordWriteKind.Upsert, records, keys, options, cancellationToken);

    /// <inheritdoc cref="UpsertStreamAsync(IAsyncEnumerable{T}, IdentifierKeys, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<T>> UpsertStreamAsync(
        IEnumerable<T> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        UpsertStreamAsync(Required(records).OneByOne(), keys, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpsertStreamAsync(IAsyncEnumerable{T}, IdentifierKeys, WriteOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<T>> UpsertStreamAsync(
        IEnumerable<T> records, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken = default) =>
        UpsertStreamAsync(Required(records).OneByOne(), keys, options, cancellationToken);

    /// <summary>Updates the rows that have the records' key values. A record that no row of the tenant matches fails. Nothing is inserted.</summary>
    /// <remarks>
    /// Records with the same key are merged in order, and later values win. If several rows of the tenant have a key, Gainsight may change
    /// them all (inferred from a partner's samples), and the outcome has no GSID. If an answer does not repeat the keys, a read says which records
    /// match a row. A record that has nothing but its keys is not sent: if it was not read from the tenant, a read says whether the row is there.
    /// </remarks>
    /// <param name="records">The rows. The keys and the changes are sent.</param>
    /// <param name="keys">One to three identifier keys, none of them a lookup, or <see cref="IdentifierKeys.Gsid"/>.</param>
    /// <param name="cancellationToken">Cancels the work. Rows in flight are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host). No row is written.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the report.</exception>
    public virtual Task<WriteReport<T>> UpdateAsync(IEnumerable<T> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        UpdateAsync(records, keys, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpdateAsync(IEnumerable{T}, IdentifierKeys, CancellationToken)"/>
    /// <param name="records">The rows. The keys and the changes are sent.</param>
    /// <param name="keys">One to three identifier keys, none of them a lookup, or <see cref="IdentifierKeys.Gsid"/>.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Cancels the work. Rows in flight are then unknown.</param>
    public virtual Task<WriteReport<T>> UpdateAsync(
        IEnumerable<T> records, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken = default) =>
        WriteAsync(RecordWriteKind.Update, records, keys, options, cancellationToken);

    /// <summary>Like <see cref="UpdateAsync(IEnumerable{T}, IdentifierKeys, CancellationToken)"/>, but streaming, with constant memory.</summary>
    /// <param name="records">The rows. The keys and the changes are sent.</param>
    /// <param name="keys">One to three identifier keys, none of them a lookup, or <see cref="IdentifierKeys.Gsid"/>.</param>
    /// <param name="cancellationToken">Cancels the work. Rows in flight are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input. Leaving the loop early reads no further rows and waits for the calls in flight.</returns>
    /// <exception cref="InvalidOperationException">The outcomes were already read. Rows are written while their outcomes are read, and only once.</exception>
    /// <exception cref="GainsightException">The work stopped before the last row. The outcomes known until then were returned before.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the outcomes that were not returned.</exception>
    public virtual IAsyncEnumerable<RowOutcome<T>> UpdateStreamAsync(
        IAsyncEnumerable<T> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        UpdateStreamAsync(records, keys, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpdateStreamAsync(IAsyncEnumerable{T}, IdentifierKeys, CancellationToken)"/>
    /// <param name="records">The rows. The keys and the changes are sent.</param>
    /// <param name="keys">One to three identifier keys, none of them a lookup, or <see cref="IdentifierKeys.Gsid"/>.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Cancels the work. Rows in flight are then unknown.</param>
    public virtual IAsyncEnumerable<RowOutcome<T>> UpdateStreamAsync(
        IAsyncEnumerable<T> records, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken = default) =>
        StreamAsync(RecordWriteKind.Update, records, keys, options, cancellationToken);

    /// <inheritdoc cref="UpdateStreamAsync(IAsyncEnumerable{T}, IdentifierKeys, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<T>> UpdateStreamAsync(
        IEnumerable<T> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        UpdateStreamAsync(Required(records).OneByOne(), keys, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpdateStreamAsync(IAsyncEnumerable{T}, IdentifierKeys, WriteOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<T>> UpdateStreamAsync(
        IEnumerable<T> records, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken = default) =>
        UpdateStreamAsync(Required(records).OneByOne(), keys, options, cancellationToken);

    private protected override WriteJob<T> InsertJob(WriteOptions options) => Job(RecordWriteKind.Insert, options.VerifyBy, options);

    /// <summary>How rows are written: by the object API, unless the area has an API of its own.</summary>
    private protected virtual RecordWriteJob<T> Job(RecordWriteKind kind, IdentifierKeys? keys, WriteOptions options, bool isPreview = false) =>
        new(Context, Definition, kind, keys, options, isPreview);

    private Task<WriteReport<T>> WriteAsync(
        RecordWriteKind kind, IEnumerable<T> records, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken) =>
        WriteEngine.WriteAsync(Context, Job(kind, Required(keys), Required(options)), records, options, cancellationToken);

    private IAsyncEnumerable<RowOutcome<T>> StreamAsync(
        RecordWriteKind kind, IAsyncEnumerable<T> records, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken) =>
        WriteEngine.StreamAsync(Context, Job(kind, Required(keys), Required(options)), records, options, cancellationToken);
}
