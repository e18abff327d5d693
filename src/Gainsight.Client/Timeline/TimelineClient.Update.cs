namespace Gainsight.Client;

/// <content>Updates.</content>
public partial class TimelineClient
{
    /// <summary>Updates activities, by single calls or by a background job, whichever is sooner done; a log event (600) says which.</summary>
    /// <remarks>
    /// Records with the same key are merged in order, later values winning. Which fields Gainsight lets be changed is unknown, as is the form
    /// of the answer: that of saves is expected.
    /// </remarks>
    /// <param name="records">The activities; the key and what was changed are sent.</param>
    /// <param name="keys"><see cref="TimelineActivityFields.ExternalId"/>, <see cref="TimelineActivityFields.ActivityId"/> or <see cref="IdentifierKeys.Gsid"/>.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input.</returns>
    /// <exception cref="ArgumentException">Gainsight does not find activities by these keys.</exception>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host): no row is written.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled; the exception holds the report.</exception>
    public virtual Task<WriteReport<TimelineActivity>> UpdateAsync(
        IEnumerable<TimelineActivity> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        UpdateAsync(records, keys, TimelineRoute.Auto, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpdateAsync(IEnumerable{TimelineActivity}, IdentifierKeys, CancellationToken)"/>
    /// <param name="records">The activities; the key and what was changed are sent.</param>
    /// <param name="keys"><see cref="TimelineActivityFields.ExternalId"/>, <see cref="TimelineActivityFields.ActivityId"/> or <see cref="IdentifierKeys.Gsid"/>.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <exception cref="ArgumentException"><see cref="WriteOptions.Preflight"/> or <see cref="WriteOptions.SkipUnchanged"/> is set.</exception>
    public virtual Task<WriteReport<TimelineActivity>> UpdateAsync(
        IEnumerable<TimelineActivity> records, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken = default) =>
        UpdateAsync(records, keys, TimelineRoute.Auto, options, cancellationToken);

    /// <inheritdoc cref="UpdateAsync(IEnumerable{TimelineActivity}, IdentifierKeys, CancellationToken)"/>
    /// <param name="records">The activities; the key and what was changed are sent.</param>
    /// <param name="keys"><see cref="TimelineActivityFields.ExternalId"/>, <see cref="TimelineActivityFields.ActivityId"/> or <see cref="IdentifierKeys.Gsid"/>.</param>
    /// <param name="route">By which calls.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <exception cref="ArgumentException"><see cref="WriteOptions.Preflight"/> or <see cref="WriteOptions.SkipUnchanged"/> is set.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="route"/> is none of the routes.</exception>
    public virtual Task<WriteReport<TimelineActivity>> UpdateAsync(
        IEnumerable<TimelineActivity> records, IdentifierKeys keys, TimelineRoute route, WriteOptions options, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<TimelineActivity> rows = [.. Required(records)];
        var isBulk = IsBulk(route, rows.Count, Operations.TimelineUpdate, Operations.TimelineBulkUpdate, perCall: 1);
        return WriteEngine.WriteAsync(Context, new ActivityUpdateJob(Context, Required(keys), isBulk), rows, options, cancellationToken);
    }

    /// <summary>As <see cref="UpdateAsync(IEnumerable{TimelineActivity}, IdentifierKeys, CancellationToken)"/>, for activities that come one by one; memory does not grow with their number. A stream goes by single calls.</summary>
    /// <param name="records">The activities; the key and what was changed are sent.</param>
    /// <param name="keys"><see cref="TimelineActivityFields.ExternalId"/>, <see cref="TimelineActivityFields.ActivityId"/> or <see cref="IdentifierKeys.Gsid"/>.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input. Leaving the loop early reads no further rows and waits for the calls under way.</returns>
    /// <exception cref="ArgumentException">Gainsight does not find activities by these keys.</exception>
    /// <exception cref="InvalidOperationException">The outcomes were read before: rows are written while they are read, and once.</exception>
    /// <exception cref="GainsightException">The work stopped before the last row; the outcomes known until then were given out before.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled; the exception holds the outcomes not given out.</exception>
    public virtual IAsyncEnumerable<RowOutcome<TimelineActivity>> UpdateStreamAsync(
        IAsyncEnumerable<TimelineActivity> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        UpdateStreamAsync(records, keys, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpdateStreamAsync(IAsyncEnumerable{TimelineActivity}, IdentifierKeys, CancellationToken)"/>
    /// <param name="records">The activities; the key and what was changed are sent.</param>
    /// <param name="keys"><see cref="TimelineActivityFields.ExternalId"/>, <see cref="TimelineActivityFields.ActivityId"/> or <see cref="IdentifierKeys.Gsid"/>.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Stops the work; the rows under way are then unknown.</param>
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
