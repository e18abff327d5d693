using System.Runtime.ExceptionServices;

namespace Gainsight.Client.TestSupport;

/// <summary>A clock that moves only when a test moves it, for code that uses a <see cref="TimeProvider"/>.</summary>
/// <remarks>
/// <see cref="Advance"/> runs the timers that become due, in order, each at its own time, on the caller's thread. After
/// <see cref="StartJumping"/> the clock jumps from timer to timer by itself whenever nothing else can happen.
/// A timer's failure is thrown by <see cref="Advance"/>, or by <see cref="Dispose"/> if the clock jumped by itself.
/// </remarks>
public sealed partial class VirtualClock(DateTimeOffset start) : TimeProvider, IDisposable
{
    /// <summary>A Thursday noon, half a minute into the minute: no window of the quota is about to end.</summary>
    public static readonly DateTimeOffset DefaultStart = new(2026, 6, 4, 12, 0, 30, TimeSpan.Zero);

    private readonly object _lock = new();
    private readonly PriorityQueue<VirtualTimer, (long Due, long Number)> _timers = new();
    private DateTimeOffset _now = start.ToUniversalTime();
    private long _ticks;
    private long _changes;
    private Exception? _failure;
    private bool _disposed;

    public VirtualClock()
        : this(DefaultStart)
    {
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>When the next timer is due, or null if none is set.</summary>
    public DateTimeOffset? NextTimer
    {
        get
        {
            lock (_lock)
            {
                return Peek() is { } timer ? _now.AddTicks(timer.Due - _ticks) : null;
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return _ticks;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        VirtualTimer timer = new(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves forward by a time and runs the timers that become due.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var target = GetTimestamp() + by.Ticks;
        while (TakeDue(target) is { } timer)
        {
            timer.Run();
        }
    }

    /// <summary>Moves forward to a time and runs the timers that become due.</summary>
    public void AdvanceTo(DateTimeOffset time) => Advance(time - GetUtcNow());

    /// <summary>Sets the clock forward or back, like an administrator. Timers and time stamps are not affected.</summary>
    public void Set(DateTimeOffset time)
    {
        lock (_lock)
        {
            _now = time.ToUniversalTime();
        }
    }

    /// <summary>Stops jumping, removes every timer, and throws the exception that a timer threw in the meantime.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        StopJumping();
        Exception? failure;
        lock (_lock)
        {
            _timers.Clear();
            _changes++;
            (failure, _failure) = (_failure, null);
        }

        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    /// <summary>Moves to the next timer that is due by a time and removes it from the queue, or moves to that time if there is none.</summary>
    private VirtualTimer? TakeDue(long target)
    {
        lock (_lock)
        {
            var timer = Peek();
            if (timer is null || timer.Due > target)
            {
                MoveTo(target);
                return null;
            }

            MoveTo(timer.Due);
            timer.SetNext();
            return timer;
        }
    }

    private void MoveTo(long ticks)
    {
        if (ticks > _ticks)
        {
            _now = _now.AddTicks(ticks - _ticks);
            _ticks = ticks;
        }
    }

    /// <summary>The next timer that is still set for the time it was queued for.</summary>
    private VirtualTimer? Peek()
    {
        while (_timers.TryPeek(out var timer, out var entry))
        {
            if (timer.Number == entry.Number)
            {
                return timer;
            }

            _timers.Dequeue();
        }

        return null;
    }
}
