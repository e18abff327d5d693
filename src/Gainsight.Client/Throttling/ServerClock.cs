namespace Gainsight.Client;

/// <summary>The bounds of the offset between the server's clock and the local clock, from <c>Date</c> headers. Times are UTC ticks.</summary>
/// <remarks>
/// An answer with the <c>Date</c> d (truncated to whole seconds), received at r for a request sent at s (local times), puts the
/// offset in [d − r, d + 1 s − s). The bounds of all answers are combined, so they get narrower. When they contradict each
/// other, a clock was set, and only the latest answer counts.
/// </remarks>
internal sealed class ServerClock
{
    /// <summary>The largest assumed offset before the first answer.</summary>
    private static readonly long Unknown = TimeSpan.FromSeconds(5).Ticks;

    /// <summary>A hundred years. No clock is so wrong, and times computed with such an offset may not exist.</summary>
    private static readonly long LargestOffset = TimeSpan.FromDays(36_525).Ticks;

    private long _low = -Unknown;
    private long _high = Unknown;
    private State _state;

    private enum State
    {
        Unknown,
        Assumed,
        Learnt,
    }

    /// <summary>Whether an answer had a date.</summary>
    public bool IsLearnt => _state == State.Learnt;

    /// <summary>The earliest time that the server's clock can show now.</summary>
    public long Earliest(long now) => now + _low;

    /// <summary>The first time that is later than everything the server's clock can show now.</summary>
    public long Latest(long now) => now + _high;

    /// <summary>The local time at which the server's clock has certainly reached a time.</summary>
    public long SurelyAt(long serverTime) => serverTime - _low;

    /// <summary>The local time at which the server's clock reaches a time, in the middle of the bounds.</summary>
    public long ProbablyAt(long serverTime) => serverTime - ((_low + _high) / 2);

    /// <summary>Learns from an answer. Until an answer has a date, an answer without one means that the local clock is used.</summary>
    public void Observe(DateTimeOffset? date, long sent, long received)
    {
        if (date is not { UtcTicks: long seconds } || Math.Abs(seconds - received) > LargestOffset)
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
