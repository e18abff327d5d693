namespace Gainsight.Client;

/// <content>Imports that were started before.</content>
public partial class BulkClient
{
    /// <inheritdoc cref="FollowImportAsync(string, FollowOptions, CancellationToken)"/>
    public virtual Task<JobReport> FollowImportAsync(string statusId, CancellationToken cancellationToken = default) =>
        FollowImportAsync(statusId, FollowOptions.Default, cancellationToken);

    /// <summary>Waits for a part of an import that was sent before, for example by another process. Keep its id with <see cref="ImportOptions.JobStarted"/>.</summary>
    /// <remarks>The state is asked for at once, then in the intervals of the options. Each request may count as one of 10 asynchronous calls per hour (unknown).</remarks>
    /// <param name="statusId">The id of the part's status, as <see cref="ImportPart.StatusId"/> has it. It is not the id of the configured job.</param>
    /// <param name="options">How to wait.</param>
    /// <param name="cancellationToken">Cancels the wait. The import continues.</param>
    /// <returns>The last known state, and the numbers of rows that were written and that failed.</returns>
    /// <exception cref="ArgumentException"><paramref name="statusId"/> is empty.</exception>
    /// <exception cref="GainsightNotFoundException">Gainsight does not know the id.</exception>
    /// <exception cref="GainsightJobException">The job stays in a state that is not known. Whether it has ended is unknown.</exception>
    /// <exception cref="GainsightException">The state could not be read. The exception type says why.</exception>
    public virtual Task<JobReport> FollowImportAsync(string statusId, FollowOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return JobFollower.FollowAsync(Context, JobFollower.Request(Operation.ImportStatus, statusId), Read, options, cancellationToken);

        JobReport Read(BufferedAnswer response)
        {
            var status = ImportStatus.Read(response.Body);
            return new()
            {
                JobId = statusId,
                Status = status.Status,
                HasEnded = JobState.HasEnded(status.Status),
                IsCompleted = JobState.IsCompleted(status.Status),
                Succeeded = status.Succeeded,
                Failed = status.Failed,
            };
        }
    }
}
