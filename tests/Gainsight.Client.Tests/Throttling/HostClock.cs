using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests.Throttling;

/// <summary>The clock of one of several hosts, which differs from the others.</summary>
internal sealed class HostClock(VirtualClock clock, TimeSpan offset = default) : TimeProvider
{
    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + offset;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(callback, state, dueTime, period);
}
