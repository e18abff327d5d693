namespace Gainsight.Client;

/// <content>Updates.</content>
public partial class TimelineClient
{
    /// <summary>Updates activities, by single calls or by a background job, whichever finishes first. A log event (600) names the choice.</summary>
    /// <remarks>
    /// Records with the same key are merged in order; later values win. It is unknown which fields can be changed. The form
    /// of the answer is unknown as well; the form of saves is expected.
    /// </remarks>
    /// <param name="records">The activities. The key and the changed fields are sent.</param>
    /// <param name="keys"><see cref="TimelineActivityFields.ExternalId"/>, <see cref="TimelineActivityFields.ActivityId"/> or <see cref="IdentifierKeys.Gsid"/>.</param>
    /// <param name="cancellationToken">Stops the work. The rows in progress are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input.</returns>
    /// <exception cref="ArgumentException">Gainsight does not find activities by these keys.</exception>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host). No row was written.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the report.</exception>
    public virtual Task<WriteReport<TimelineActivity>> UpdateAsync(
        IEnumerable<TimelineActivity> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        UpdateAsync(records, keys, TimelineRoute.Auto, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpdateAsync(IEnumerable{TimelineActivity}, IdentifierKeys, CancellationToken)"/>
    /// <param name="records">The activities. The key and the changed fields are sent.</param>
    /// <param name="keys"><see cref="TimelineActivityFields.ExternalId"/>, <see cref="TimelineActivityFields.ActivityId"/> or <see cref="IdentifierKeys.Gsid"/>.</param>
    /// <param name="options">The options of the write.</param>
    /// <param name="cancellationToken">Stops the work. The rows in progress are then unknown.</param>
    /// <exception cref="ArgumentException"><see cref="WriteOptions.Preflight"/> or <see cref="WriteOptions.SkipUnchanged"/> is set.</exception>
    public virtual Task<WriteReport<TimelineActivity>> UpdateAsync(
        IEnumerable<TimelineActivity> records, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken = default) =>
        UpdateAsync(records, keys, TimelineRoute.Auto, options, cancellationToken);

    /// <inheritdoc cref="UpdateAsync(IEnumerable{TimelineActivity}, IdentifierKeys, CancellationToken)"/>
    /// <param name="records">The activities. The key and the changed fields are sent.</param>
    /// <param name="keys"><see cref="TimelineActivityFields.ExternalId"/>, <see cref="TimelineActivityFields.ActivityId"/> or <see cref="IdentifierKeys.Gsid"/>.</param>
    /// <param name="route">Which calls to use.</param>
    /// <param name="options">The options of the write.</param>
    /// <param name="cancellationToken">Stops the work. The rows in progress are then unknown.</param>
    /// <exception cref="ArgumentException"><see cref="WriteOptions.Preflight"/> or <see cref="WriteOptions.SkipUnchanged"/> is set.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="route"/> is not a defined value.</exception>
    public virtual Task<WriteReport<TimelineActivity>> UpdateAsync(
        IEnumerable<TimelineActivity> records, IdentifierKeys keys, TimelineRoute route, WriteOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        IReadOnlyList<TimelineActivity> rows = [.. Required(records)];
        var isBulk = IsBulk(route, rows.Count, Operation.TimelineUpdate, Operation.TimelineBulkUpdate, perCall: 1);
        return WriteEngine.WriteAsync(Context, new ActivityUpdateJob(Context, Required(keys), isBulk) { JobStarted = options.JobStarted }, rows, options, cancellationToken);
    }

    /// <summary>As <see cref="UpdateAsync(IEnumerable{TimelineActivity}, IdentifierKeys, CancellationToken)"/>, streaming, with constant memory. A stream uses single calls.</summary>
    /// <param name="records">The activities. The key and the changed fields are sent.</param>
    /// <param name="keys"><see cref="TimelineActivityFields.ExternalId"/>, <see cref="TimelineActivityFields.ActivityId"/> or <see cref="IdentifierKeys.Gsid"/>.</param>
    /// <param name="cancellationToken">Stops the work. The rows in progress are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input. If you leave the loop early, no further rows are read, and the calls in progress are awaited.</returns>
    /// <exception cref="ArgumentException">Gainsight does not find activities by these keys.</exception>
    /// <exception cref="InvalidOperationException">The outcomes were already read. Reading them writes the rows, and that happens only once.</exception>
    /// <exception cref="GainsightException">The work stopped before the last row. The outcomes known until then were already returned.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the outcomes that were not yet returned.</exception>
    public virtual IAsyncEnumerable<RowOutcome<TimelineActivity>> UpdateStreamAsync(
        IAsyncEnumerable<TimelineActivity> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        UpdateStreamAsync(records, keys, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpdateStreamAsync(IAsyncEnumerable{TimelineActivity}, IdentifierKeys, CancellationToken)"/>
    /// <param name="records">The activities. The key and the changed fields are sent.</param>
    /// <param name="keys"><see cref="TimelineActivityFields.ExternalId"/>, <see cref="TimelineActivityFields.ActivityId"/> or <see cref="IdentifierKeys.Gsid"/>.</param>
    /// <param name="options">The options of the write.</param>
    /// <param name="cancellationToken">Stops the work. The rows in progress are then unknown.</param>
    /// <exception cref="ArgumentException"><see cref="WriteOptions.Preflight"/> or <see cref="WriteOptions.SkipUnchanged"/> is set.</exception>
    public virtual IAsyncEnumerable<RowOutcome<TimelineActivity>> UpdateStreamAsync(
        IAsyncEnumerable<TimelineActivity> records, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken = default) =>
        WriteEngine.StreamAsync(Context, new ActivityUpdateJob(Context, Required(keys), isBulk: false), records, options, cancellationToken);

    /// <inheritdoc cref="UpdateStreamAsync(IAsyncEnumerable{TimelineActivity}, IdentifierKeys, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<TimelineActivity>> UpdateStreamAsync(
        IEnumerable<TimelineActivity> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        UpdateStreamAsync(Required(records).OneByOne(), keys, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpdateStreamAsync(IAsyncEnumerable{TimelineActivity}, IdentifierKeys, WriteOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowOutcome<TimelineActivity>> UpdateStreamAsync(
        IEnumerable<TimelineActivity> records, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken = default) =>
        UpdateStreamAsync(Required(records).OneByOne(), keys, options, cancellationToken);
}
