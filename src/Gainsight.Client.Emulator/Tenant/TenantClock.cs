namespace Gainsight.Client.Emulator;

/// <summary>The tenant's clock: the time provider's time plus an offset, which simulates a server with a wrong clock.</summary>
internal sealed class TenantClock(TimeProvider provider)
{
    private long _offsetTicks;

    public TimeProvider Provider { get; } = provider;

    public TimeSpan Offset
    {
        get => new(Interlocked.Read(ref _offsetTicks));
        set => Interlocked.Exchange(ref _offsetTicks, value.Ticks);
    }

    /// <summary>The current UTC time, truncated to the millisecond, which is the precision of the API.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = Provider.GetUtcNow() + Offset;
            return new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        }
    }
}
