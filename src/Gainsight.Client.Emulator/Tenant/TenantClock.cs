namespace Gainsight.Client.Emulator;

/// <summary>The tenant's own time: the provider's, moved by an offset that stands for a server whose clock is wrong.</summary>
internal sealed class TenantClock(TimeProvider provider)
{
    private long _offsetTicks;

    public TimeProvider Provider { get; } = provider;

    public TimeSpan Offset
    {
        get => new(Interlocked.Read(ref _offsetTicks));
        set => Interlocked.Exchange(ref _offsetTicks, value.Ticks);
    }

    /// <summary>Now in UTC, cut to the millisecond, which is what the wire can carry.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = Provider.GetUtcNow() + Offset;
            return new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        }
    }
}
