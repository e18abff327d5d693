namespace Gainsight.Client;

/// <content>Writes of one row.</content>
public abstract partial class RecordWriteClient<T>
{
    /// <summary>Updates the row if the tenant has it, and inserts it otherwise.</summary>
    /// <remarks>The remarks of <see cref="UpsertAsync(IEnumerable{T}, IdentifierKeys, CancellationToken)"/> apply. One row costs a read and a write.</remarks>
    /// <param name="record">The row. If it exists, the changes are sent.</param>
    /// <param name="keys">One to three identifier keys, such as <see cref="CompanyFields.Name"/>.</param>
    /// <param name="cancellationToken">Cancels the work. A row in flight is then unknown.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="ArgumentException">Gainsight does not accept keys of this kind.</exception>
    /// <exception cref="GainsightException">The call could not be sent (a refused credential, an unreachable host).</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the report.</exception>
    public virtual Task<RowOutcome<T>> UpsertAsync(T record, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        UpsertAsync([Required(record)], keys, cancellationToken).SingleAsync();

    /// <inheritdoc cref="UpsertAsync(T, IdentifierKeys, CancellationToken)"/>
    /// <param name="record">The row. If it exists, the changes are sent.</param>
    /// <param name="keys">One to three identifier keys, such as <see cref="CompanyFields.Name"/>.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Cancels the work. A row in flight is then unknown.</param>
    public virtual Task<RowOutcome<T>> UpsertAsync(
        T record, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken = default) =>
        UpsertAsync([Required(record)], keys, options, cancellationToken).SingleAsync();

    /// <summary>Updates the row that has the record's key values. If the tenant has none, the outcome is failed.</summary>
    /// <remarks>The remarks of <see cref="UpdateAsync(IEnumerable{T}, IdentifierKeys, CancellationToken)"/> apply.</remarks>
    /// <param name="record">The row. The keys and the changes are sent.</param>
    /// <param name="keys">One to three identifier keys, none of them a lookup, or <see cref="IdentifierKeys.Gsid"/>.</param>
    /// <param name="cancellationToken">Cancels the work. A row in flight is then unknown.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="ArgumentException">Gainsight does not accept keys of this kind.</exception>
    /// <exception cref="GainsightException">The call could not be sent (a refused credential, an unreachable host).</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the report.</exception>
    public virtual Task<RowOutcome<T>> UpdateAsync(T record, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        UpdateAsync([Required(record)], keys, cancellationToken).SingleAsync();

    /// <inheritdoc cref="UpdateAsync(T, IdentifierKeys, CancellationToken)"/>
    /// <param name="record">The row. The keys and the changes are sent.</param>
    /// <param name="keys">One to three identifier keys, none of them a lookup, or <see cref="IdentifierKeys.Gsid"/>.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Cancels the work. A row in flight is then unknown.</param>
    public virtual Task<RowOutcome<T>> UpdateAsync(
        T record, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken = default) =>
        UpdateAsync([Required(record)], keys, options, cancellationToken).SingleAsync();

    /// <summary>Updates a row that was read, by its GSID. The changes since then are sent.</summary>
    /// <param name="record">The row. Without a GSID, the outcome is failed with <see cref="RecordErrorCodes.MissingKey"/>.</param>
    /// <param name="cancellationToken">Cancels the work. A row in flight is then unknown.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="GainsightException">The call could not be sent (a refused credential, an unreachable host).</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the report.</exception>
    public virtual Task<RowOutcome<T>> UpdateAsync(T record, CancellationToken cancellationToken = default) =>
        UpdateAsync(record, IdentifierKeys.Gsid, cancellationToken);

    /// <inheritdoc cref="UpdateAsync(T, CancellationToken)"/>
    /// <param name="record">The row. Without a GSID, the outcome is failed with <see cref="RecordErrorCodes.MissingKey"/>.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Cancels the work. A row in flight is then unknown.</param>
    public virtual Task<RowOutcome<T>> UpdateAsync(T record, WriteOptions options, CancellationToken cancellationToken = default) =>
        UpdateAsync(record, IdentifierKeys.Gsid, options, cancellationToken);
}
