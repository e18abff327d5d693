namespace Gainsight.Client;

/// <content>Background jobs: asking for their state until they end.</content>
internal abstract partial class ActivityJob
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(2);

    /// <summary>Nothing tells how long a job may take. What is not known by then is reported as unknown.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromHours(1);

    private async Task<ApiResponse?> FollowJobAsync(ApiResponse accepted, CallCounter calls, CancellationToken cancellationToken)
    {
        if (ActivityAnswer.Read(accepted.Data).JobId is not { } jobId)
        {
            return null;
        }

        return await JobPolling.WaitAsync(
            context.Transport.TimeProvider, FirstDelay, Limit, isNew: true, () => AskAsync(jobId, calls, cancellationToken), cancellationToken).ConfigureAwait(false)
            ?? throw new GainsightTransportException(
                $"The Timeline job has not ended within {Limit.TotalMinutes:0} minutes. Its activities may yet be written: look them up by ExternalId before sending them again.")
            {
                RequestMayHaveArrived = true,
            };
    }

    /// <summary>The answer of a job that has ended, or null while it has not.</summary>
    private async Task<ApiResponse?> AskAsync(string jobId, CallCounter calls, CancellationToken cancellationToken)
    {
        var request = new ApiRequest
        {
            Operation = Operations.TimelineJobStatus,
            Object = ObjectName,
            Id = jobId,
            Lane = RequestLane.Bulk,

            // A job that failed may say so in the form of a refusal.
            TellsOfRecords = static data => ActivityAnswer.Read(data).HasEnded,
            Calls = calls,
        };
        var response = await context.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (ActivityAnswer.Read(response.Data).HasEnded)
        {
            return response;
        }

        response.Dispose();
        return null;
    }
}
