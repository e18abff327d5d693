namespace Gainsight.Client;

/// <content>Updates.</content>
public abstract partial class CockpitClient<T>
{
    /// <summary>Updates records by their GSIDs, one per call. The changed fields are sent. A record whose GSID the tenant does not have fails.</summary>
    /// <remarks>Records with the same GSID are merged in order. Later values win.</remarks>
    /// <param name="records">The rows. The GSID and the changed fields are sent.</param>
    /// <param name="cancellationToken">Cancels the write. The outcome of rows in flight is then unknown.</param>
    /// <returns>One outcome per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host). No row was written.</exception>
    /// <exception cref="WriteCanceledException">The write was cancelled. The exception contains the report.</exception>
    public virtual Task<WriteReport<T>> UpdateAsync(IEnumerable<T> records, CancellationToken cancellationToken = default) =>
        UpdateAsync(records, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpdateAsync(IEnumerable{T}, CancellationToken)"/>
    /// <param name="records">The rows. The GSID and the changed fields are sent.</param>
    /// <param name="options">How the rows are written.</param>
    /// <param name="cancellationToken">Cancels the write. The outcome of rows in flight is then unknown.</param>
    /// <exception cref="ArgumentException"><see cref="WriteOptions.Preflight"/> or <see cref="WriteOptions.SkipUnchanged"/> is set.</exception>
    public virtual Task<WriteReport<T>> UpdateAsync(
        IEnumerable<T> records, WriteOptions options, CancellationToken cancellationToken = default) =>
        WriteEngine.WriteAsync(Context, UpdateJob(), records, options, cancellationToken);

    /// <summary>Streams the rows of <see cref="UpdateAsync(IEnumerable{T}, CancellationToken)"/>, with constant memory.</summary>
    /// <param name="records">The rows. The GSID and the changed fields are sent.</param>
    /// <param name="cancellationToken">Cancels the write. The outcome of rows in flight is then unknown.</param>
    /// <returns>One outcome per row, in the order of the input. Leaving the loop early stops reading rows and waits for the calls in flight.</returns>
    /// <exception cref="InvalidOperationException">The outcomes were read before. Rows are written while the outcomes are read, and only once.</exception>
    /// <exception cref="GainsightException">The write stopped before the last row. The outcomes known by then were already returned.</exception>
    /// <exception cref="WriteCanceledException">The write was cancelled. The exception contains the outcomes that were not returned.</exception>
    public virtual IAsyncEnumerable<RowOutcome<T>> UpdateStreamAsync(
        IAsyncEnumerable<T> records, CancellationToken cancellationToken = default) =>
        UpdateStreamAsync(records, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpdateStreamAsync(IAsyncEnumerable{T}, CancellationToken)"/>
    /// <param name="records">The rows. The GSID and the changed fields are sent.</param>
    /// <param name="options">How the rows are written.</param>
    /// <param name="cancellationToken">Cancels the write. The outcome of rows in flight is then unknown.</param>
    /// <exception cref="ArgumentException"><see cref="WriteOptions.Preflight"/> or <see cref="WriteOptions.SkipUnchanged"/> is set.</exception>
    public virtual IAsyncEnumerable<RowOutcome<T>> UpdateStreamAsync(
        IAsyncEnumerable<T> records, WriteOptions options, CancellationToken cancellationToken = default) =>
        WriteEngine.StreamAsync(Context, UpdateJob(), records, options, cancellationToken);

    /// <inheritdoc cref="UpdateStreamAsync(IAsyncEnumerable{T}, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<T>> UpdateStreamAsync(
        IEnumerable<T> records, CancellationToken cancellationToken = default) =>
        UpdateStreamAsync(Required(records).OneByOne(), WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpdateStreamAsync(IAsyncEnumerable{T}, WriteOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<T>> UpdateStreamAsync(
        IEnumerable<T> records, WriteOptions options, CancellationToken cancellationToken = default) =>
        UpdateStreamAsync(Required(records).OneByOne(), options, cancellationToken);
}
