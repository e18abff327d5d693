using System.Globalization;

namespace Gainsight.Client;

/// <content>Batches that were started before.</content>
public partial class PersonClient
{
    /// <inheritdoc cref="FollowBatchAsync(string, FollowOptions, CancellationToken)"/>
    public virtual Task<JobReport> FollowBatchAsync(string jobId, CancellationToken cancellationToken = default) =>
        FollowBatchAsync(jobId, FollowOptions.Default, cancellationToken);

    /// <summary>Waits for a batch of people that was sent before, for example by another process. Keep its id with <see cref="WriteOptions.JobStarted"/>.</summary>
    /// <remarks>The state is asked for at once, then in the intervals of the options. The path and the form of the answer are unknown, so it is read leniently.</remarks>
    /// <param name="jobId">The id of the batch's job.</param>
    /// <param name="options">How to wait.</param>
    /// <param name="cancellationToken">Cancels the wait. The job continues.</param>
    /// <returns>The last known state. The errors name people by their e-mail addresses or their numbers in the batch, as the answer does.</returns>
    /// <exception cref="ArgumentException"><paramref name="jobId"/> is empty.</exception>
    /// <exception cref="GainsightNotFoundException">Gainsight does not know the id.</exception>
    /// <exception cref="GainsightJobException">The job stays in a state that is not known. Whether it has ended is unknown.</exception>
    /// <exception cref="GainsightException">The state could not be read. The exception type says why.</exception>
    public virtual Task<JobReport> FollowBatchAsync(string jobId, FollowOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return JobFollower.FollowAsync(Context, JobFollower.Request(Operation.PeopleBatchStatus, jobId), Read, options, cancellationToken);

        JobReport Read(BufferedAnswer response)
        {
            var answer = PersonBatchAnswer.Read(response.Data);
            return new()
            {
                JobId = jobId,
                Status = answer.State,
                HasEnded = answer.HasEnded,
                IsCompleted = answer.IsCompleted,
                Succeeded = answer.People.Count > 0 ? answer.People.Count : null,
                Failed = answer.Errors.Count > 0 ? answer.Errors.DistinctBy(error => (error.Row, error.Email)).Count() : null,
                Errors = [.. answer.Errors.Select(error => new JobError(error.Email ?? error.Row?.ToString(CultureInfo.InvariantCulture), error.Error))],
            };
        }
    }
}
