namespace Gainsight.Client;

/// <summary>Reads the rows of one object and inserts new ones. Derived clients add other writes.</summary>
/// <typeparam name="T">The record type.</typeparam>
public abstract partial class RecordInsertClient<T> : RecordQueryClient<T>
    where T : GainsightRecord, new()
{
    private protected RecordInsertClient(ClientContext context, ObjectDefinition definition)
        : base(context, definition)
    {
    }

    /// <summary>For mocks: override the members that the code under test calls.</summary>
    protected RecordInsertClient()
    {
    }

    /// <summary>Inserts rows. A row whose answer is lost is <see cref="RowStatus.Unknown"/> and is never sent again, because that could create it twice, unless <see cref="WriteOptions.VerifyBy"/> names a key to look it up by.</summary>
    /// <param name="records">The rows. Every writable field that is present is sent.</param>
    /// <param name="cancellationToken">Cancels the work. Rows in flight are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host). No row is written.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the report.</exception>
    public virtual Task<WriteReport<T>> InsertAsync(IEnumerable<T> records, CancellationToken cancellationToken = default) =>
        InsertAsync(records, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="InsertAsync(IEnumerable{T}, CancellationToken)"/>
    /// <param name="records">The rows. Every writable field that is present is sent.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Cancels the work. Rows in flight are then unknown.</param>
    /// <exception cref="ArgumentException">An option is set that writes of this object do not support.</exception>
    public virtual Task<WriteReport<T>> InsertAsync(
        IEnumerable<T> records, WriteOptions options, CancellationToken cancellationToken = default) =>
        WriteEngine.WriteAsync(Context, InsertJob(Required(options)), records, options, cancellationToken);

    /// <summary>Like <see cref="InsertAsync(IEnumerable{T}, CancellationToken)"/>, but streaming, with constant memory.</summary>
    /// <param name="records">The rows. Every writable field that is present is sent.</param>
    /// <param name="cancellationToken">Cancels the work. Rows in flight are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input. Leaving the loop early reads no further rows and waits for the calls in flight.</returns>
    /// <exception cref="InvalidOperationException">The outcomes were already read. Rows are written while their outcomes are read, and only once.</exception>
    /// <exception cref="GainsightException">The work stopped before the last row. The outcomes known until then were returned before.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the outcomes that were not returned.</exception>
    public virtual IAsyncEnumerable<RowOutcome<T>> InsertStreamAsync(
        IAsyncEnumerable<T> records, CancellationToken cancellationToken = default) =>
        InsertStreamAsync(records, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="InsertStreamAsync(IAsyncEnumerable{T}, CancellationToken)"/>
    /// <param name="records">The rows. Every writable field that is present is sent.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Cancels the work. Rows in flight are then unknown.</param>
    /// <exception cref="ArgumentException">An option is set that writes of this object do not support.</exception>
    public virtual IAsyncEnumerable<RowOutcome<T>> InsertStreamAsync(
        IAsyncEnumerable<T> records, WriteOptions options, CancellationToken cancellationToken = default) =>
        WriteEngine.StreamAsync(Context, InsertJob(Required(options)), records, options, cancellationToken);

    /// <inheritdoc cref="InsertStreamAsync(IAsyncEnumerable{T}, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<T>> InsertStreamAsync(
        IEnumerable<T> records, CancellationToken cancellationToken = default) =>
        InsertStreamAsync(Required(records).OneByOne(), WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="InsertStreamAsync(IAsyncEnumerable{T}, WriteOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<T>> InsertStreamAsync(
        IEnumerable<T> records, WriteOptions options, CancellationToken cancellationToken = default) =>
        InsertStreamAsync(Required(records).OneByOne(), options, cancellationToken);

    /// <summary>How rows are inserted. Every client except a mock overrides it.</summary>
    private protected virtual WriteJob<T> InsertJob(WriteOptions options) => throw ClientContext.Missing();
}
