namespace Gainsight.Client.TestSupport;

public sealed partial class VirtualClock
{
    private int _serverTimers;

    /// <summary>
    /// This clock for a server that is called over sockets. A timer of the server shows that one request waits for the clock, although the server does not know
    /// which of the clock's requests it is. Without that, the clock would have to be still for a second before it jumps.
    /// </summary>
    public TimeProvider ForServer() => new ServerTime(this);

    private sealed class ServerTime(VirtualClock clock) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

        public override long TimestampFrequency => clock.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override long GetTimestamp() => clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            VirtualTimer timer = new(clock, callback, state, isServers: true);
            timer.Change(dueTime, period);
            return timer;
        }
    }
}
