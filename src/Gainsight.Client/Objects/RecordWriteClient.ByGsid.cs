namespace Gainsight.Client;

/// <content>Updates of rows that were read, which need no keys.</content>
public abstract partial class RecordWriteClient<T>
{
    /// <summary>Updates rows that were read, by their GSIDs. The changes since then are sent. Nothing is inserted.</summary>
    /// <param name="records">The rows. One without a GSID fails with <see cref="RecordErrorCodes.MissingKey"/>.</param>
    /// <param name="cancellationToken">Cancels the work. Rows in flight are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host). No row is written.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the report.</exception>
    public virtual Task<WriteReport<T>> UpdateAsync(IEnumerable<T> records, CancellationToken cancellationToken = default) =>
        UpdateAsync(records, IdentifierKeys.Gsid, cancellationToken);

    /// <inheritdoc cref="UpdateAsync(IEnumerable{T}, CancellationToken)"/>
    /// <param name="records">The rows. One without a GSID fails with <see cref="RecordErrorCodes.MissingKey"/>.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Cancels the work. Rows in flight are then unknown.</param>
    public virtual Task<WriteReport<T>> UpdateAsync(
        IEnumerable<T> records, WriteOptions options, CancellationToken cancellationToken = default) =>
        UpdateAsync(records, IdentifierKeys.Gsid, options, cancellationToken);

    /// <summary>Like <see cref="UpdateAsync(IEnumerable{T}, CancellationToken)"/>, but streaming, with constant memory.</summary>
    /// <param name="records">The rows. One without a GSID fails with <see cref="RecordErrorCodes.MissingKey"/>.</param>
    /// <param name="cancellationToken">Cancels the work. Rows in flight are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input. Leaving the loop early reads no further rows and waits for the calls in flight.</returns>
    /// <exception cref="InvalidOperationException">The outcomes were already read. Rows are written while their outcomes are read, and only once.</exception>
    /// <exception cref="GainsightException">The work stopped before the last row. The outcomes known until then were returned before.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the outcomes that were not returned.</exception>
    public virtual IAsyncEnumerable<RowOutcome<T>> UpdateStreamAsync(
        IAsyncEnumerable<T> records, CancellationToken cancellationToken = default) =>
        UpdateStreamAsync(records, IdentifierKeys.Gsid, cancellationToken);

    /// <inheritdoc cref="UpdateStreamAsync(IAsyncEnumerable{T}, CancellationToken)"/>
    /// <param name="records">The rows. One without a GSID fails with <see cref="RecordErrorCodes.MissingKey"/>.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Cancels the work. Rows in flight are then unknown.</param>
    public virtual IAsyncEnumerable<RowOutcome<T>> UpdateStreamAsync(
        IAsyncEnumerable<T> records, WriteOptions options, CancellationToken cancellationToken = default) =>
        UpdateStreamAsync(records, IdentifierKeys.Gsid, options, cancellationToken);

    /// <inheritdoc cref="UpdateStreamAsync(IAsyncEnumerable{T}, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<T>> UpdateStreamAsync(
        IEnumerable<T> records, CancellationToken cancellationToken = default) =>
        UpdateStreamAsync(records, IdentifierKeys.Gsid, cancellationToken);

    /// <inheritdoc cref="UpdateStreamAsync(IAsyncEnumerable{T}, WriteOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<T>> UpdateStreamAsync(
        IEnumerable<T> records, WriteOptions options, CancellationToken cancellationToken = default) =>
        UpdateStreamAsync(records, IdentifierKeys.Gsid, options, cancellationToken);
}
