namespace Gainsight.Client;

/// <summary>What is known of the server's clock: bounds of its offset to the local one, learnt from <c>Date</c> headers. Times are UTC ticks.</summary>
/// <remarks>
/// A <c>Date</c> d, cut to whole seconds, on the answer to a request sent at s and received at r (local times) puts the
/// offset in [d − r, d + 1 s − s). The bounds of all answers hold together, so that they narrow; when they contradict each
/// other, a clock was set, and only the latest answer holds.
/// </remarks>
internal sealed class ServerClock
{
    /// <summary>How far the clocks are assumed to be apart at most as long as no answer has come.</summary>
    private static readonly long Unknown = TimeSpan.FromSeconds(5).Ticks;

    private long _low = -Unknown;
    private long _high = Unknown;
    private State _state;

    private enum State
    {
        Unknown,
        Assumed,
        Learnt,
    }

    /// <summary>The earliest that the server's clock can show now.</summary>
    public long Earliest(long now) => now + _low;

    /// <summary>The first time after all that the server's clock can show now.</summary>
    public long Latest(long now) => now + _high;

    /// <summary>When, on the local clock, the server's clock has surely reached a time.</summary>
    public long SurelyAt(long serverTime) => serverTime - _low;

    /// <summary>Takes up an answer. One without a date, as long as none had one, lets the local clock stand for the server's.</summary>
    public void Observe(DateTimeOffset? date, long sent, long received)
    {
        if (date is not { UtcTicks: long seconds })
        {
            if (_state == State.Unknown)
            {
                (_low, _high, _state) = (0, 0, State.Assumed);
            }

            return;
        }

        var low = seconds - received;
        var high = seconds + TimeSpan.TicksPerSecond - sent;
        if (_state == State.Learnt && Math.Max(low, _low) < Math.Min(high, _high))
        {
            low = Math.Max(low, _low);
            high = Math.Min(high, _high);
        }

        (_low, _high, _state) = (low, high, State.Learnt);
    }
}
