namespace Gainsight.Client;

/// <content>Updates of activities that were read, which need no keys.</content>
public partial class TimelineClient
{
    /// <summary>Updates activities that were read, by their GSIDs.</summary>
    /// <param name="records">The activities. Their changes are sent. One without a GSID fails with <see cref="RecordErrorCodes.MissingKey"/>.</param>
    /// <param name="cancellationToken">Stops the work. The rows in progress are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host). No row was written.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the report.</exception>
    public virtual Task<WriteReport<TimelineActivity>> UpdateAsync(
        IEnumerable<TimelineActivity> records, CancellationToken cancellationToken = default) =>
        UpdateAsync(records, IdentifierKeys.Gsid, cancellationToken);

    /// <inheritdoc cref="UpdateAsync(IEnumerable{TimelineActivity}, CancellationToken)"/>
    /// <param name="records">The activities. Their changes are sent. One without a GSID fails with <see cref="RecordErrorCodes.MissingKey"/>.</param>
    /// <param name="options">The options of the write.</param>
    /// <param name="cancellationToken">Stops the work. The rows in progress are then unknown.</param>
    public virtual Task<WriteReport<TimelineActivity>> UpdateAsync(
        IEnumerable<TimelineActivity> records, WriteOptions options, CancellationToken cancellationToken = default) =>
        UpdateAsync(records, IdentifierKeys.Gsid, options, cancellationToken);

    /// <summary>As <see cref="UpdateAsync(IEnumerable{TimelineActivity}, CancellationToken)"/>, streaming, with constant memory. A stream uses single calls.</summary>
    /// <param name="records">The activities. Their changes are sent. One without a GSID fails with <see cref="RecordErrorCodes.MissingKey"/>.</param>
    /// <param name="cancellationToken">Stops the work. The rows in progress are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input. If you leave the loop early, no further rows are read, and the calls in progress are awaited.</returns>
    /// <exception cref="InvalidOperationException">The outcomes were already read. Reading them writes the rows, and that happens only once.</exception>
    /// <exception cref="GainsightException">The work stopped before the last row. The outcomes known until then were already returned.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the outcomes that were not yet returned.</exception>
    public virtual IAsyncEnumerable<RowOutcome<TimelineActivity>> UpdateStreamAsync(
        IAsyncEnumerable<TimelineActivity> records, CancellationToken cancellationToken = default) =>
        UpdateStreamAsync(records, IdentifierKeys.Gsid, cancellationToken);

    /// <inheritdoc cref="UpdateStreamAsync(IAsyncEnumerable{TimelineActivity}, CancellationToken)"/>
    /// <param name="records">The activities. Their changes are sent. One without a GSID fails with <see cref="RecordErrorCodes.MissingKey"/>.</param>
    /// <param name="options">The options of the write.</param>
    /// <param name="cancellationToken">Stops the work. The rows in progress are then unknown.</param>
    public virtual IAsyncEnumerable<RowOutcome<TimelineActivity>> UpdateStreamAsync(
        IAsyncEnumerable<TimelineActivity> records, WriteOptions options, CancellationToken cancellationToken = default) =>
        UpdateStreamAsync(records, IdentifierKeys.Gsid, options, cancellationToken);

    /// <inheritdoc cref="UpdateStreamAsync(IAsyncEnumerable{TimelineActivity}, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<TimelineActivity>> UpdateStreamAsync(
        IEnumerable<TimelineActivity> records, CancellationToken cancellationToken = default) =>
        UpdateStreamAsync(records, IdentifierKeys.Gsid, cancellationToken);

    /// <inheritdoc cref="UpdateStreamAsync(IAsyncEnumerable{TimelineActivity}, WriteOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<TimelineActivity>> UpdateStreamAsync(
        IEnumerable<TimelineActivity> records, WriteOptions options, CancellationToken cancellationToken = default) =>
        UpdateStreamAsync(records, IdentifierKeys.Gsid, options, cancellationToken);
}
