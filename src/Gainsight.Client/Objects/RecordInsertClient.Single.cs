namespace Gainsight.Client;

/// <content>Inserts of one row.</content>
public abstract partial class RecordInsertClient<T>
{
    /// <summary>Inserts one row. A row whose answer is lost is <see cref="RowStatus.Unknown"/>, as described at <see cref="InsertAsync(IEnumerable{T}, CancellationToken)"/>.</summary>
    /// <param name="record">The row. Every writable field that is present is sent.</param>
    /// <param name="cancellationToken">Cancels the work. A row in flight is then unknown.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="GainsightException">The call could not be sent (a refused credential, an unreachable host).</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the report.</exception>
    public virtual Task<RowOutcome<T>> InsertAsync(T record, CancellationToken cancellationToken = default) =>
        InsertAsync([Required(record)], cancellationToken).SingleAsync();

    /// <inheritdoc cref="InsertAsync(T, CancellationToken)"/>
    /// <param name="record">The row. Every writable field that is present is sent.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Cancels the work. A row in flight is then unknown.</param>
    /// <exception cref="ArgumentException">An option is set that writes of this object do not support.</exception>
    public virtual Task<RowOutcome<T>> InsertAsync(T record, WriteOptions options, CancellationToken cancellationToken = default) =>
        InsertAsync([Required(record)], options, cancellationToken).SingleAsync();
}
