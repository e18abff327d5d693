namespace Gainsight.Client;

/// <summary>Reads the rows of one object, and inserts new ones. Clients that write in other ways as well add how.</summary>
/// <typeparam name="T">The record type.</typeparam>
public abstract class RecordInsertClient<T> : RecordQueryClient<T>
    where T : GainsightRecord, new()
{
    private protected RecordInsertClient(ClientContext context, ObjectDefinition definition)
        : base(context, definition)
    {
    }

    /// <summary>For mocks: override what the code under test calls.</summary>
    protected RecordInsertClient()
    {
    }

    /// <summary>Inserts rows. A row whose answer is lost is <see cref="RowStatus.Unknown"/> and is never sent again, since that could create it twice, unless <see cref="WriteOptions.VerifyBy"/> names a key to look it up by.</summary>
    /// <param name="records">The rows; every writable field that is present is sent.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host): no row is written.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled; the exception holds the report.</exception>
    public virtual Task<WriteReport<T>> InsertAsync(IEnumerable<T> records, CancellationToken cancellationToken = default) =>
        InsertAsync(records, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="InsertAsync(IEnumerable{T}, CancellationToken)"/>
    /// <param name="records">The rows; every writable field that is present is sent.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <exception cref="ArgumentException">An option is set that writes of this object do not know.</exception>
    public virtual Task<WriteReport<T>> InsertAsync(
        IEnumerable<T> records, WriteOptions options, CancellationToken cancellationToken = default) =>
        WriteAsync(InsertJob(Required(options)), records, options, cancellationToken);

    /// <summary>As <see cref="InsertAsync(IEnumerable{T}, CancellationToken)"/>, for rows that come one by one; memory does not grow with their number.</summary>
    /// <param name="records">The rows; every writable field that is present is sent.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input. Leaving the loop early reads no further rows and waits for the calls under way.</returns>
    /// <exception cref="InvalidOperationException">The outcomes were read before: rows are written while they are read, and once.</exception>
    /// <exception cref="GainsightException">The work stopped before the last row; the outcomes known until then were given out before.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled; the exception holds the outcomes not given out.</exception>
    public virtual IAsyncEnumerable<RowOutcome<T>> InsertStreamAsync(
        IAsyncEnumerable<T> records, CancellationToken cancellationToken = default) =>
        InsertStreamAsync(records, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="InsertStreamAsync(IAsyncEnumerable{T}, CancellationToken)"/>
    /// <param name="records">The rows; every writable field that is present is sent.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <exception cref="ArgumentException">An option is set that writes of this object do not know.</exception>
    public virtual IAsyncEnumerable<RowOutcome<T>> InsertStreamAsync(
        IAsyncEnumerable<T> records, WriteOptions options, CancellationToken cancellationToken = default) =>
        StreamAsync(InsertJob(Required(options)), records, options, cancellationToken);

    /// <inheritdoc cref="InsertStreamAsync(IAsyncEnumerable{T}, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<T>> InsertStreamAsync(
        IEnumerable<T> records, CancellationToken cancellationToken = default) =>
        InsertStreamAsync(Required(records).OneByOne(), WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="InsertStreamAsync(IAsyncEnumerable{T}, WriteOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<T>> InsertStreamAsync(
        IEnumerable<T> records, WriteOptions options, CancellationToken cancellationToken = default) =>
        InsertStreamAsync(Required(records).OneByOne(), options, cancellationToken);

    /// <summary>How rows are inserted. Only a mock gets by without.</summary>
    private protected virtual WriteJob<T> InsertJob(WriteOptions options) => throw ClientContext.Missing();
}
