using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Simulation;

/// <summary>The clock of a host, which differs from the others. The run hears of its timers.</summary>
internal sealed class HostTime(VirtualClock clock, TimeSpan offset, Action rang) : TimeProvider
{
    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + offset;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(
        it =>
        {
            callback(it);
            rang();
        },
        state,
        dueTime,
        period);
}
