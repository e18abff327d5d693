namespace Gainsight.Client;

/// <summary>How failed calls are retried. Each operation decides whether a retry is safe; no option changes that.</summary>
/// <remarks>
/// Every call that did not reach Gainsight is retried. Calls of unknown fate (a broken connection, a time-out, a 5xx, an answer
/// that is not JSON) are retried only if carrying them out twice does no harm. A 4xx is not retried, except a throttled token
/// request. The <c>Retry-After</c> of such a request, and of a 503, replaces the delay.
/// </remarks>
public sealed class RetryOptions
{
    private const int MostRetries = 10;

    /// <summary>The largest number of retries of a call, 0 to 10. Throttled answers do not count, except those to token requests. Default: 3.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>The delay before the first retry. It doubles with each retry, and is reduced by a random part of up to one half. Default: 1 second.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest time between the start of the first attempt and the start of a retry. Waiting for quota between attempts does not count. Default: 5 minutes.</summary>
    public TimeSpan MaxElapsed { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The time after which the failure of a request counts as late: a server that answers or breaks the connection so long after it got the request may
    /// carry it out minutes later. Gainsight may still process such a request, as after a time-out or a 504, so an insert is not repeated, even when a
    /// read does not find its rows. Default: 10 seconds.
    /// </summary>
    public TimeSpan LateAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The problems of the options, each with its remedy.</summary>
    internal IEnumerable<OptionsProblem> Problems()
    {
        if (MaxRetries is < 0 or > MostRetries)
        {
            yield return new($"Retry.MaxRetries is {MaxRetries}; it must be between 0 and {MostRetries}.", nameof(MaxRetries));
        }

        if (Delay <= TimeSpan.Zero || Delay > TimeSpan.FromMinutes(10))
        {
            yield return new($"Retry.Delay is {Delay}; it must be above zero and at most 10 minutes.");
        }

        if (LateAfter < TimeSpan.Zero || LateAfter > TimeSpan.FromDays(1))
        {
            yield return new($"Retry.LateAfter is {LateAfter}; it must be between zero and a day.");
        }

        if (MaxElapsed <= TimeSpan.Zero || MaxElapsed > TimeSpan.FromDays(1))
        {
            yield return new($"Retry.MaxElapsed is {MaxElapsed}; it must be above zero and at most a day. To disable retries, set Retry.MaxRetries to 0.");
        }
    }
}
