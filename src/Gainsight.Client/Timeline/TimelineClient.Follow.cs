namespace Gainsight.Client;

/// <content>Jobs that were started before.</content>
public partial class TimelineClient
{
    /// <inheritdoc cref="FollowAsync(string, FollowOptions, CancellationToken)"/>
    public virtual Task<JobReport> FollowAsync(string jobId, CancellationToken cancellationToken = default) =>
        FollowAsync(jobId, FollowOptions.Default, cancellationToken);

    /// <summary>Waits for a background job of activities that was started before, for example by another process. Keep its id with <see cref="WriteOptions.JobStarted"/>.</summary>
    /// <remarks>The state is asked for at once, then in the intervals of the options. The form of the answer is unknown, so it is read leniently.</remarks>
    /// <param name="jobId">The id of the job.</param>
    /// <param name="options">How to wait.</param>
    /// <param name="cancellationToken">Cancels the wait. The job continues.</param>
    /// <returns>The last known state. The errors name activities by their <c>ExternalId</c>. Query the others by it to see what was written.</returns>
    /// <exception cref="ArgumentException"><paramref name="jobId"/> is empty.</exception>
    /// <exception cref="GainsightNotFoundException">Gainsight does not know the id.</exception>
    /// <exception cref="GainsightJobException">The job stays in a state that is not known. Whether it has ended is unknown.</exception>
    /// <exception cref="GainsightException">The state could not be read. The exception type says why.</exception>
    public virtual Task<JobReport> FollowAsync(string jobId, FollowOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var status = JobFollower.Request(
            Operation.TimelineJobStatus, jobId, TimelineActivityFields.Definition.Name, static data => ActivityAnswer.Read(data).HasEnded);
        return JobFollower.FollowAsync(Context, status, response => ActivityAnswer.Read(response.Data).ToReport(jobId), options, cancellationToken);
    }
}
