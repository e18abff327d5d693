namespace Gainsight.Client;

/// <content>Background jobs: asking for their state until they end.</content>
internal abstract partial class ActivityJob
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    /// <summary>Nothing tells how long a job may take. What is not known by then is looked up, or reported as unknown.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromHours(1);

    /// <summary>Whether a background job may have been begun twice, so that what it calls a duplicate may be this write's own.</summary>
    protected bool MayHaveBegunTwice { get; private set; }

    private async Task<ApiResponse?> FollowJobAsync(ApiResponse accepted, CallCounter calls, CancellationToken cancellationToken)
    {
        MayHaveBegunTwice |= accepted.EarlierAttemptMayHaveBeenProcessed;
        if (ActivityAnswer.Read(accepted.Data).JobId is not { } jobId)
        {
            return null;
        }

        TimeProvider time = context.Transport.TimeProvider;
        long started = time.GetTimestamp();
        TimeSpan delay = FirstDelay;
        while (time.GetElapsedTime(started) < Limit)
        {
            await Task.Delay(delay, time, cancellationToken).ConfigureAwait(false);
            delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay;
            ApiResponse state = await AskAsync(jobId, calls, cancellationToken).ConfigureAwait(false);
            if (ActivityAnswer.Read(state.Data).HasEnded)
            {
                return state;
            }

            state.Dispose();
        }

        throw new GainsightTransportException(
            $"The Timeline job has not ended within {Limit.TotalMinutes:0} minutes. Its activities may yet be written: look them up by ExternalId before sending them again.")
        {
            RequestMayHaveArrived = true,
        };
    }

    private ValueTask<ApiResponse> AskAsync(string jobId, CallCounter calls, CancellationToken cancellationToken) => context.Transport.SendAsync(
        new ApiRequest
        {
            Operation = Operations.TimelineJobStatus,
            Object = ObjectName,
            Id = jobId,
            Lane = RequestLane.Bulk,

            // A job that failed may say so in the form of a refusal.
            TellsOfRecords = static data => ActivityAnswer.Read(data).HasEnded,
            Calls = calls,
        },
        cancellationToken);
}
