namespace Gainsight.Client;

/// <summary>Asks after a job of Gainsight's until it has ended, more and more slowly.</summary>
internal static class JobPolling
{
    /// <summary>The longest wait between two questions, unless the first is longer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Asks until something comes of it.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="interval">How long to wait before asking for the first time, and again; longer each time.</param>
    /// <param name="maxWait">How long to wait in all.</param>
    /// <param name="isNew">Whether to wait before asking for the first time.</param>
    /// <param name="ask">Asks: what has come of the job, or null while it is under way.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>What came of it, or null when it took too long.</returns>
    public static async Task<TResult?> WaitAsync<TResult>(
        TimeProvider time, TimeSpan interval, TimeSpan maxWait, bool isNew, Func<Task<TResult?>> ask, CancellationToken cancellationToken)
        where TResult : class
    {
        var started = time.GetTimestamp();
        for (var delay = interval; ; delay = Min(delay * 1.5, Max(Longest, interval)))
        {
            if (isNew)
            {
                var left = maxWait - time.GetElapsedTime(started);
                if (left <= TimeSpan.Zero)
                {
                    return null;
                }

                await Task.Delay(Min(delay, left), time, cancellationToken).ConfigureAwait(false);
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
                // The job goes on without us.
            }
        }
    }

    /// <summary>Whether it is no answer, a want of quota, or a fault of the server's.</summary>
    private static bool CanPass(GainsightException failure) => failure switch
    {
        GainsightTransportException or GainsightThrottledException or GainsightQuotaExceededException => true,
        GainsightProtocolException => false,
        _ => failure.MayHaveBeenProcessed,
    };

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
