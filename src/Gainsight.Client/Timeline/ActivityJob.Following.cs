namespace Gainsight.Client;

/// <content>Polls the state of background jobs.</content>
internal abstract partial class ActivityJob
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(2);

    /// <summary>No source says how long a job may take. After this time, rows without a result are unknown.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromHours(1);

    private async Task<BufferedAnswer?> FollowJobAsync(BufferedAnswer accepted, CallCounter calls, CancellationToken cancellationToken)
    {
        if (ActivityAnswer.Read(accepted.Data).JobId is not { } jobId)
        {
            return null;
        }

        JobStarted?.Invoke(jobId);
        var watch = new JobWatch();
        return await JobPolling.WaitAsync(
            context.Transport, FirstDelay, Limit, isNew: true, () => AskAsync(jobId, watch, calls, cancellationToken), cancellationToken).ConfigureAwait(false)
            ?? throw new GainsightTransportException(
                $"The Timeline job did not end within {Limit.TotalMinutes:0} minutes. Its activities may still be written. Look them up by ExternalId before you send them again.")
            {
                RequestMayHaveArrived = true,
            };
    }

    /// <summary>The answer of a job that has ended, or stays in a state that is not known; null while the job is running.</summary>
    private async Task<BufferedAnswer?> AskAsync(string jobId, JobWatch watch, CallCounter calls, CancellationToken cancellationToken)
    {
        var request = new ApiRequest
        {
            Operation = Operation.TimelineJobStatus,
            Object = ObjectName,
            Id = jobId,
            Lane = RequestLane.Bulk,

            // The answer about a failed job may have the form of a refusal.
            TellsOfRecords = static data => ActivityAnswer.Read(data).HasEnded,
            Calls = calls,
        };
        var response = await context.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var answer = ActivityAnswer.Read(response.Data);
        if (watch.IsOver(answer.Status) || answer.HasEnded)
        {
            return response;
        }

        response.Dispose();
        return null;
    }
}
