namespace Gainsight.Client;

/// <content>Saves.</content>
public partial class TimelineClient
{
    /// <summary>Saves new activities, by single calls or by a background job, whichever is sooner done; a log event (600) says which.</summary>
    /// <remarks>
    /// <para>
    /// Needed: <see cref="TimelineActivity.ContextName"/> and what it asks for, <see cref="TimelineActivity.TypeName"/>,
    /// <see cref="TimelineActivity.Subject"/>, <see cref="TimelineActivity.Notes"/> and an author. What lacks one of them fails before any call.
    /// </para>
    /// <para>
    /// Once a record's outcome is known and it is inserted or unknown, its <see cref="TimelineActivity.ExternalId"/> is set, if it was made,
    /// and its <see cref="TimelineActivity.ActivityId"/>, if Gainsight told it: so it can be updated, or sent again if unknown. The outcome
    /// itself has no GSID, because Gainsight does not tell it.
    /// </para>
    /// <para>
    /// An <c>ExternalId</c> that the tenant knows, or that stands in the input twice, makes the row fail with
    /// <see cref="RecordErrorCodes.AlreadyExists"/>, unless it may be there because of an attempt of this very write: then it counts as
    /// inserted once a read finds it.
    /// </para>
    /// </remarks>
    /// <param name="records">The activities; every writable field that is present is sent.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host): no row is written.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled; the exception holds the report.</exception>
    public override Task<WriteReport<TimelineActivity>> InsertAsync(
        IEnumerable<TimelineActivity> records, CancellationToken cancellationToken = default) =>
        InsertAsync(records, TimelineRoute.Auto, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="InsertAsync(IEnumerable{TimelineActivity}, CancellationToken)"/>
    /// <param name="records">The activities; every writable field that is present is sent.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <exception cref="ArgumentException"><see cref="WriteOptions.Preflight"/> or <see cref="WriteOptions.SkipUnchanged"/> is set.</exception>
    public override Task<WriteReport<TimelineActivity>> InsertAsync(
        IEnumerable<TimelineActivity> records, WriteOptions options, CancellationToken cancellationToken = default) =>
        InsertAsync(records, TimelineRoute.Auto, options, cancellationToken);

    /// <inheritdoc cref="InsertAsync(IEnumerable{TimelineActivity}, CancellationToken)"/>
    /// <param name="records">The activities; every writable field that is present is sent.</param>
    /// <param name="route">By which calls.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <exception cref="ArgumentException"><see cref="WriteOptions.Preflight"/> or <see cref="WriteOptions.SkipUnchanged"/> is set.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="route"/> is none of the routes.</exception>
    public virtual Task<WriteReport<TimelineActivity>> InsertAsync(
        IEnumerable<TimelineActivity> records, TimelineRoute route, WriteOptions options, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<TimelineActivity> rows = [.. Required(records)];
        var isBulk = IsBulk(route, rows.Count, Operations.TimelineSave, Operations.TimelineBulkSave, ActivitySaveJob.MaxRecords);
        return WriteEngine.WriteAsync(Context, new ActivitySaveJob(Context, isBulk), rows, options, cancellationToken);
    }

    /// <summary>A stream goes by single calls: nobody knows how many activities it will bring.</summary>
    private protected override WriteJob<TimelineActivity> InsertJob(WriteOptions options) => new ActivitySaveJob(Context, isBulk: false);
}
