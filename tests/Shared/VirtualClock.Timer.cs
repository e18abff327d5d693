namespace Gainsight.Client.TestSupport;

public sealed partial class VirtualClock
{
    /// <summary>A timer of the clock, guarded by the clock's lock.</summary>
    private sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state, bool isServers = false) : ITimer
    {
        private readonly Request? _request = CurrentRequest.Value;
        private long _period;
        private bool _disposed;

        /// <summary>The number of the change that set the timer, or 0 if it is not set. A queue entry with another number is out of date.</summary>
        public long Number { get; private set; }

        public long Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                if (_disposed)
                {
                    return false;
                }

                _period = Math.Max(0, period.Ticks);
                Set(dueTime < TimeSpan.Zero || clock.TryPass(this, dueTime) ? null : clock._ticks + dueTime.Ticks);
                return true;
            }
        }

        /// <summary>Sets the timer for its next time, or stops it if it has no period.</summary>
        public void SetNext() => Set(_period == 0 ? null : Due + _period);

        public void Run() => callback(state);

        public void Dispose()
        {
            lock (clock._lock)
            {
                Set(null);
                _disposed = true;
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Set(long? due)
        {
            var more = (due is null ? 0 : 1) - (Number == 0 ? 0 : 1);
            _request?.Timers += more;
            clock._serverTimers += isServers && _request is null ? more : 0;
            clock._changes++;
            Number = due is null ? 0 : clock._changes;
            Due = due ?? 0;
            if (due is { } time)
            {
                clock._timers.Enqueue(this, (time, Number));
            }
        }
    }
}
