namespace Gainsight.Client;

/// <content>Deletes.</content>
public abstract partial class RecordClient<T>
{
    /// <summary>Deletes one row.</summary>
    /// <param name="gsid">The row's GSID.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The outcome: deleted, or failed when there is no such row.</returns>
    /// <exception cref="ArgumentException"><paramref name="gsid"/> is empty.</exception>
    /// <exception cref="GainsightException">The call could not be sent.</exception>
    public virtual async Task<RowOutcome<string>> DeleteAsync(string gsid, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(gsid);
        var report = await DeleteAsync([gsid], cancellationToken).ConfigureAwait(false);
        return report.Rows[0];
    }

    /// <summary>Deletes rows, one a call, as Gainsight takes them.</summary>
    /// <param name="gsids">The rows' GSIDs.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <returns>One outcome per GSID.</returns>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host): no row is deleted.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled; the exception holds the report.</exception>
    public virtual Task<WriteReport<string>> DeleteAsync(IEnumerable<string> gsids, CancellationToken cancellationToken = default) =>
        DeleteAsync(gsids, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="DeleteAsync(IEnumerable{string}, CancellationToken)"/>
    /// <param name="gsids">The rows' GSIDs.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    public virtual Task<WriteReport<string>> DeleteAsync(
        IEnumerable<string> gsids, WriteOptions options, CancellationToken cancellationToken = default) =>
        WriteAsync(new DeleteJob(WritableDefinition), gsids, options, cancellationToken);
}
