namespace Gainsight.Client;

/// <summary>How failed calls are sent again. What may be sent again at all is decided per operation and cannot be widened.</summary>
public sealed class RetryOptions
{
    /// <summary>How often a failed call is sent again; 0 to 10, 3 unless set. Throttled answers do not count.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>The delay before the first retry; it doubles from try to try, with jitter. 1 second unless set.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>No retry starts when it would begin later than this after the first attempt. 5 minutes unless set.</summary>
    public TimeSpan MaxElapsed { get; set; } = TimeSpan.FromMinutes(5);
}
