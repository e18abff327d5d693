namespace Gainsight.Client;

/// <content>Updates.</content>
public abstract partial class CockpitClient<T>
{
    /// <summary>Updates records by their GSIDs, one a call; what was changed is sent. A GSID that the tenant does not have fails.</summary>
    /// <remarks>Records with the same GSID are merged in order, later values winning.</remarks>
    /// <param name="records">The rows; the GSID and what was changed are sent.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host): no row is written.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled; the exception holds the report.</exception>
    public virtual Task<WriteReport<T>> UpdateAsync(IEnumerable<T> records, CancellationToken cancellationToken = default) =>
        UpdateAsync(records, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpdateAsync(IEnumerable{T}, CancellationToken)"/>
    /// <param name="records">The rows; the GSID and what was changed are sent.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <exception cref="ArgumentException"><see cref="WriteOptions.Preflight"/> or <see cref="WriteOptions.SkipUnchanged"/> is set.</exception>
    public virtual Task<WriteReport<T>> UpdateAsync(
        IEnumerable<T> records, WriteOptions options, CancellationToken cancellationToken = default) =>
        WriteEngine.WriteAsync(Context, UpdateJob(), records, options, cancellationToken);

    /// <summary>As <see cref="UpdateAsync(IEnumerable{T}, CancellationToken)"/>, for rows that come one by one; memory does not grow with their number.</summary>
    /// <param name="records">The rows; the GSID and what was changed are sent.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input. Leaving the loop early reads no further rows and waits for the calls under way.</returns>
    /// <exception cref="InvalidOperationException">The outcomes were read before: rows are written while they are read, and once.</exception>
    /// <exception cref="GainsightException">The work stopped before the last row; the outcomes known until then were given out before.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled; the exception holds the outcomes not given out.</exception>
    public virtual IAsyncEnumerable<RowOutcome<T>> UpdateStreamAsync(
        IAsyncEnumerable<T> records, CancellationToken cancellationToken = default) =>
        UpdateStreamAsync(records, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpdateStreamAsync(IAsyncEnumerable{T}, CancellationToken)"/>
    /// <param name="records">The rows; the GSID and what was changed are sent.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
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
