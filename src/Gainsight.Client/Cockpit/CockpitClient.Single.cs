namespace Gainsight.Client;

/// <content>Updates of one record.</content>
public abstract partial class CockpitClient<T>
{
    /// <summary>Updates a record by its GSID. The changed fields are sent. If the tenant does not have the GSID, the outcome is failed.</summary>
    /// <param name="record">The row. The GSID and the changed fields are sent.</param>
    /// <param name="cancellationToken">Cancels the write. The outcome of a row in flight is then unknown.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="GainsightException">The call could not be sent (a refused credential, an unreachable host).</exception>
    /// <exception cref="WriteCanceledException">The write was cancelled. The exception contains the report.</exception>
    public virtual Task<RowOutcome<T>> UpdateAsync(T record, CancellationToken cancellationToken = default) =>
        UpdateAsync([Required(record)], cancellationToken).SingleAsync();

    /// <inheritdoc cref="UpdateAsync(T, CancellationToken)"/>
    /// <param name="record">The row. The GSID and the changed fields are sent.</param>
    /// <param name="options">How the row is written.</param>
    /// <param name="cancellationToken">Cancels the write. The outcome of a row in flight is then unknown.</param>
    /// <exception cref="ArgumentException"><see cref="WriteOptions.Preflight"/> or <see cref="WriteOptions.SkipUnchanged"/> is set.</exception>
    public virtual Task<RowOutcome<T>> UpdateAsync(T record, WriteOptions options, CancellationToken cancellationToken = default) =>
        UpdateAsync([Required(record)], options, cancellationToken).SingleAsync();
}
