namespace Gainsight.Client;

/// <content>Saves.</content>
public partial class TimelineClient
{
    /// <summary>Saves new activities, by single calls or by a background job, whichever finishes first. A log event (600) names the choice.</summary>
    /// <remarks>
    /// <para>
    /// Required: <see cref="TimelineActivity.ContextName"/> and the field that the context needs, <see cref="TimelineActivity.TypeName"/>,
    /// <see cref="TimelineActivity.Subject"/>, <see cref="TimelineActivity.Notes"/> and an author. An activity without one of these fails before any call.
    /// </para>
    /// <para>
    /// When the outcome of a record is inserted or unknown, the record gets its <see cref="TimelineActivity.ExternalId"/> if the library generated it,
    /// and its <see cref="TimelineActivity.ActivityId"/> if the answer has it. You can then update the record, or send it again if it is unknown. The outcome
    /// itself has no GSID, because the answer has none.
    /// </para>
    /// <para>
    /// A row fails with <see cref="RecordErrorCodes.AlreadyExists"/> if the tenant already has its <c>ExternalId</c>, or if an earlier row has the same
    /// one. If an earlier attempt of the same write may have created the activity, the row counts as inserted when a read finds it.
    /// </para>
    /// </remarks>
    /// <param name="records">The activities. Every writable field that is present is sent.</param>
    /// <param name="cancellationToken">Stops the work. The rows in progress are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host). No row was written.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the report.</exception>
    public override Task<WriteReport<TimelineActivity>> InsertAsync(
        IEnumerable<TimelineActivity> records, CancellationToken cancellationToken = default) =>
        InsertAsync(records, TimelineRoute.Auto, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="InsertAsync(IEnumerable{TimelineActivity}, CancellationToken)"/>
    /// <param name="records">The activities. Every writable field that is present is sent.</param>
    /// <param name="options">The options of the write.</param>
    /// <param name="cancellationToken">Stops the work. The rows in progress are then unknown.</param>
    /// <exception cref="ArgumentException"><see cref="WriteOptions.Preflight"/> or <see cref="WriteOptions.SkipUnchanged"/> is set.</exception>
    public override Task<WriteReport<TimelineActivity>> InsertAsync(
        IEnumerable<TimelineActivity> records, WriteOptions options, CancellationToken cancellationToken = default) =>
        InsertAsync(records, TimelineRoute.Auto, options, cancellationToken);

    /// <inheritdoc cref="InsertAsync(IEnumerable{TimelineActivity}, CancellationToken)"/>
    /// <param name="records">The activities. Every writable field that is present is sent.</param>
    /// <param name="route">Which calls to use.</param>
    /// <param name="options">The options of the write.</param>
    /// <param name="cancellationToken">Stops the work. The rows in progress are then unknown.</param>
    /// <exception cref="ArgumentException"><see cref="WriteOptions.Preflight"/> or <see cref="WriteOptions.SkipUnchanged"/> is set.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="route"/> is not a defined value.</exception>
    public virtual Task<WriteReport<TimelineActivity>> InsertAsync(
        IEnumerable<TimelineActivity> records, TimelineRoute route, WriteOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        IReadOnlyList<TimelineActivity> rows = [.. Required(records)];
        var isBulk = IsBulk(route, rows.Count, Operation.TimelineSave, Operation.TimelineBulkSave, ActivitySaveJob.MaxRecords);
        return WriteEngine.WriteAsync(Context, new ActivitySaveJob(Context, isBulk) { JobStarted = options.JobStarted }, rows, options, cancellationToken);
    }

    /// <summary>A stream uses single calls, because its number of activities is unknown.</summary>
    private protected override WriteJob<TimelineActivity> InsertJob(WriteOptions options) => new ActivitySaveJob(Context, isBulk: false);
}
