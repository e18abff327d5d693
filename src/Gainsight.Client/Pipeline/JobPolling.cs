namespace Gainsight.Client;

/// <summary>Polls a job of Gainsight until it has ended, with growing intervals.</summary>
internal static class JobPolling
{
    /// <summary>The longest interval, unless the first interval is longer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Polls until there is a result.</summary>
    /// <param name="transport">The client's transport: its clock, and the end of the wait when the client is disposed.</param>
    /// <param name="interval">The first interval. Each following interval is longer.</param>
    /// <param name="maxWait">The longest total wait.</param>
    /// <param name="isNew">Whether to wait before the first poll.</param>
    /// <param name="ask">Polls the job. Returns its result, or null while it is running.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The result, or null when the job did not end in time.</returns>
    /// <exception cref="ObjectDisposedException">The client was disposed during a wait.</exception>
    public static async Task<TResult?> WaitAsync<TResult>(
        Transport transport, TimeSpan interval, TimeSpan maxWait, bool isNew, Func<Task<TResult?>> ask, CancellationToken cancellationToken)
        where TResult : class
    {
        var time = transport.TimeProvider;
        var started = time.GetTimestamp();
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, transport.Lifetime);
        for (var delay = interval; ; delay = Min(delay * 1.5, Max(Longest, interval)))
        {
            if (isNew)
            {
                var left = maxWait - time.GetElapsedTime(started);
                if (left <= TimeSpan.Zero)
                {
                    return null;
                }

                try
                {
                    await Task.Delay(Min(delay, left), time, waiting.Token).ConfigureAwait(false);
                }
                catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
                {
                    throw Transport.Disposed();
                }
            }

            isNew = true;
            try
            {
                if (await ask().ConfigureAwait(false) is { } result)
                {
                    return result;
                }
            }
            catch (GainsightException failure) when (CanPass(failure))
            {
                // The job continues although a poll failed.
            }
        }
    }

    /// <summary>Whether the failure is temporary: no answer, no quota, or a failure of the server.</summary>
    private static bool CanPass(GainsightException failure) => failure switch
    {
        GainsightTransportException or GainsightThrottledException or GainsightQuotaExceededException => true,
        GainsightProtocolException => false,
        _ => failure.MayHaveBeenProcessed,
    };

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
