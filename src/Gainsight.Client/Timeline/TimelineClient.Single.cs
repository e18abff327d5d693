namespace Gainsight.Client;

/// <content>Updates and deletes of one activity.</content>
public partial class TimelineClient
{
    /// <summary>Updates one activity by a single call.</summary>
    /// <remarks>The remarks of <see cref="UpdateAsync(IEnumerable{TimelineActivity}, IdentifierKeys, CancellationToken)"/> apply.</remarks>
    /// <param name="record">The activity. The key and the changed fields are sent.</param>
    /// <param name="keys"><see cref="TimelineActivityFields.ExternalId"/>, <see cref="TimelineActivityFields.ActivityId"/> or <see cref="IdentifierKeys.Gsid"/>.</param>
    /// <param name="cancellationToken">Stops the work. A row in progress is then unknown.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="ArgumentException">Gainsight does not find activities by these keys.</exception>
    /// <exception cref="GainsightException">The call could not be sent (a refused credential, an unreachable host).</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the report.</exception>
    public virtual Task<RowOutcome<TimelineActivity>> UpdateAsync(
        TimelineActivity record, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        UpdateAsync([Required(record)], keys, cancellationToken).SingleAsync();

    /// <inheritdoc cref="UpdateAsync(TimelineActivity, IdentifierKeys, CancellationToken)"/>
    /// <param name="record">The activity. The key and the changed fields are sent.</param>
    /// <param name="keys"><see cref="TimelineActivityFields.ExternalId"/>, <see cref="TimelineActivityFields.ActivityId"/> or <see cref="IdentifierKeys.Gsid"/>.</param>
    /// <param name="options">The options of the write.</param>
    /// <param name="cancellationToken">Stops the work. A row in progress is then unknown.</param>
    public virtual Task<RowOutcome<TimelineActivity>> UpdateAsync(
        TimelineActivity record, IdentifierKeys keys, WriteOptions options, CancellationToken cancellationToken = default) =>
        UpdateAsync([Required(record)], keys, options, cancellationToken).SingleAsync();

    /// <summary>Updates an activity that was read, by its GSID.</summary>
    /// <param name="record">The activity. Its changes are sent. Without a GSID, the outcome is failed with <see cref="RecordErrorCodes.MissingKey"/>.</param>
    /// <param name="cancellationToken">Stops the work. A row in progress is then unknown.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="GainsightException">The call could not be sent (a refused credential, an unreachable host).</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the report.</exception>
    public virtual Task<RowOutcome<TimelineActivity>> UpdateAsync(TimelineActivity record, CancellationToken cancellationToken = default) =>
        UpdateAsync(record, IdentifierKeys.Gsid, cancellationToken);

    /// <inheritdoc cref="UpdateAsync(TimelineActivity, CancellationToken)"/>
    /// <param name="record">The activity. Its changes are sent. Without a GSID, the outcome is failed with <see cref="RecordErrorCodes.MissingKey"/>.</param>
    /// <param name="options">The options of the write.</param>
    /// <param name="cancellationToken">Stops the work. A row in progress is then unknown.</param>
    public virtual Task<RowOutcome<TimelineActivity>> UpdateAsync(
        TimelineActivity record, WriteOptions options, CancellationToken cancellationToken = default) =>
        UpdateAsync(record, IdentifierKeys.Gsid, options, cancellationToken);

    /// <summary>Deletes one activity.</summary>
    /// <remarks>The remarks of <see cref="DeleteAsync(IEnumerable{string}, CancellationToken)"/> apply.</remarks>
    /// <param name="activityId">The activity's id in Timeline (<see cref="TimelineActivity.ActivityId"/>), which is not its GSID.</param>
    /// <param name="cancellationToken">Stops the work. A row in progress is then unknown.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="ArgumentException"><paramref name="activityId"/> is empty.</exception>
    /// <exception cref="GainsightException">The call could not be sent (a refused credential, an unreachable host).</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the report.</exception>
    public virtual Task<RowOutcome<string>> DeleteAsync(string activityId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(activityId);
        return DeleteAsync([activityId], cancellationToken).SingleAsync();
    }

    /// <inheritdoc cref="DeleteAsync(string, CancellationToken)"/>
    /// <param name="activityId">The activity's id in Timeline (<see cref="TimelineActivity.ActivityId"/>), which is not its GSID.</param>
    /// <param name="options">The options of the write.</param>
    /// <param name="cancellationToken">Stops the work. A row in progress is then unknown.</param>
    public virtual Task<RowOutcome<string>> DeleteAsync(string activityId, WriteOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(activityId);
        return DeleteAsync([activityId], options, cancellationToken).SingleAsync();
    }
}
