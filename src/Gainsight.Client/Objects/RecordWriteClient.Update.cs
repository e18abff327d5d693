namespace Gainsight.Client;

/// <content>Updates.</content>
public abstract partial class RecordWriteClient<T>
{
    /// <summary>Updates the rows that carry the records' key values. A record that no row of the tenant matches fails; nothing is inserted.</summary>
    /// <remarks>
    /// Records with the same key are merged in order, later values winning. Where several rows of the tenant carry a key, Gainsight may
    /// change them all (inferred from a partner's samples); the outcome then has no GSID. A tenant that then also keeps silent about a
    /// record of the same call that matches no row (not documented) makes that record look updated: where keys are not unique, update by
    /// <see cref="IdentifierKeys.Gsid"/>, or upsert, which looks first.
    /// </remarks>
    /// <param name="records">The rows; the keys and what was changed are sent.</param>
    /// <param name="keys">One to three identifier keys, none of them a lookup, or <see cref="IdentifierKeys.Gsid"/>.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host): no row is written.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled; the exception holds the report.</exception>
    public virtual Task<WriteReport<T>> UpdateAsync(IEnumerable<T> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        UpdateAsync(records, keys, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpdateAsync(IEnumerable{T}, IdentifierKeys, CancellationToken)"/>
    /// <param name="records">The rows; the keys and what was changed are sent.</param>
    /// <param name="keys">One to three identifier keys, none of them a lookup, or <see cref="IdentifierKeys.Gsid"/>.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    public virtual Task<WriteReport<T>> UpdateAsync(
        IEnumerable<T> records, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken = default) =>
        WriteAsync(Job(RecordWriteKind.Update, Required(keys), Required(options)), records, options, cancellationToken);

    /// <summary>As <see cref="UpdateAsync(IEnumerable{T}, IdentifierKeys, CancellationToken)"/>, for rows that come one by one; memory does not grow with their number.</summary>
    /// <param name="records">The rows; the keys and what was changed are sent.</param>
    /// <param name="keys">One to three identifier keys, none of them a lookup, or <see cref="IdentifierKeys.Gsid"/>.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input. Leaving the loop early reads no further rows and waits for the calls under way.</returns>
    /// <exception cref="InvalidOperationException">The outcomes were read before: rows are written while they are read, and once.</exception>
    /// <exception cref="GainsightException">The work stopped before the last row; the outcomes known until then were given out before.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled; the exception holds the outcomes not given out.</exception>
    public virtual IAsyncEnumerable<RowOutcome<T>> UpdateStreamAsync(
        IAsyncEnumerable<T> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        UpdateStreamAsync(records, keys, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpdateStreamAsync(IAsyncEnumerable{T}, IdentifierKeys, CancellationToken)"/>
    /// <param name="records">The rows; the keys and what was changed are sent.</param>
    /// <param name="keys">One to three identifier keys, none of them a lookup, or <see cref="IdentifierKeys.Gsid"/>.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    public virtual IAsyncEnumerable<RowOutcome<T>> UpdateStreamAsync(
        IAsyncEnumerable<T> records, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken = default) =>
        StreamAsync(Job(RecordWriteKind.Update, Required(keys), Required(options)), records, options, cancellationToken);

    /// <inheritdoc cref="UpdateStreamAsync(IAsyncEnumerable{T}, IdentifierKeys, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<T>> UpdateStreamAsync(
        IEnumerable<T> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        UpdateStreamAsync(Required(records).OneByOne(), keys, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpdateStreamAsync(IAsyncEnumerable{T}, IdentifierKeys, WriteOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<T>> UpdateStreamAsync(
        IEnumerable<T> records, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken = default) =>
        UpdateStreamAsync(Required(records).OneByOne(), keys, options, cancellationToken);
}
