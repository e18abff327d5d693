namespace Gainsight.Client;

/// <summary>How failed calls are sent again. What may be sent again at all is decided per operation and cannot be widened.</summary>
/// <remarks>
/// Sent again are calls that never reached Gainsight (all of them) and calls of unknown fate: a broken connection, a time-out, a
/// 5xx, an answer that is no JSON (only those that can be carried out twice without harm). A 4xx is not, but for a throttled
/// request for a token. The <c>Retry-After</c> of that, and of a 503, replaces the delay.
/// </remarks>
public sealed class RetryOptions
{
    private const int MostRetries = 10;

    /// <summary>How often a failed call is sent again; 0 to 10, 3 unless set. Throttled answers do not count, except those to requests for a token.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>The delay before the first retry; it doubles from try to try, and a random part of up to half is taken off. 1 second unless set.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>No retry starts when it would begin later than this after the first attempt. 5 minutes unless set.</summary>
    public TimeSpan MaxElapsed { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>What is wrong with the settings, each with its remedy.</summary>
    internal IEnumerable<string> Problems()
    {
        if (MaxRetries is < 0 or > MostRetries)
        {
            yield return $"Retry.MaxRetries is {MaxRetries}; it must be between 0 and {MostRetries}.";
        }

        if (Delay <= TimeSpan.Zero || Delay > TimeSpan.FromMinutes(10))
        {
            yield return $"Retry.Delay is {Delay}; it must be above zero and at most 10 minutes.";
        }

        if (MaxElapsed <= TimeSpan.Zero || MaxElapsed > TimeSpan.FromDays(1))
        {
            yield return $"Retry.MaxElapsed is {MaxElapsed}; it must be above zero and at most a day. To send nothing again set Retry.MaxRetries to 0.";
        }
    }
}
