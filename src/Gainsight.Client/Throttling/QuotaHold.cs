namespace Gainsight.Client;

/// <summary>What holds a call up.</summary>
/// <param name="Until">When to look again, in local UTC ticks; 0 when nothing holds it up.</param>
/// <param name="Window">The window in which it finds no room, or the one with which its closed bucket opens again.</param>
/// <param name="Reason">Why it is held up.</param>
internal readonly record struct QuotaHold(long Until, QuotaWindow Window, QuotaHoldReason Reason)
{
    public QuotaHold LaterOf(QuotaHold other) => other.Until > Until ? other : this;

    /// <summary>The failure of a call that would have to wait longer than it may.</summary>
    public GainsightQuotaExceededException Exceeded()
    {
        DateTimeOffset retryAt = new(Math.Min(Until, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);
        var reason = Reason == QuotaHoldReason.Refusal
            ? $"Gainsight refused calls although the quota window '{Window.Name}' had room, so other integrations use the tenant's quota or the limit is lower than configured"
            : $"The quota window '{Window.Name}' ({Window.Limit} calls in {Window.Length:c}) has no room";
        return new GainsightQuotaExceededException(
            $"{reason}. The call was not sent; it can be sent at {retryAt:yyyy-MM-dd HH:mm:ss} UTC, which is later than Quota.MaxQueueWait allows. "
            + "Call again then, raise Quota.MaxQueueWait to wait for it, or correct the limit with Quota.SetLimit.")
        {
            RetryAt = retryAt,
            Window = Window.Name,
        };
    }
}
