namespace Gainsight.Client;

/// <content>The calls that wait: first come, first served in each lane, the lanes in turn where both wait.</content>
internal sealed partial class QuotaLedger
{
    private readonly List<QuotaBucket> _bucketsWithWaiters = [];
    private readonly int[] _waiting = new int[2];
    private ITimer? _timer;
    private long _wakeAt = long.MaxValue;
    private long _arrivals;
    private long _pass;

    internal void Cancel(QuotaWaiter waiter, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var waited = waiter.Node is not null;
            if (waited)
            {
                Dequeue(waiter);
            }

            // Does nothing when the permit has been given: the call then goes on and gives it back.
            if (waiter.TrySetCanceled(cancellationToken) && waited)
            {
                Pump(Now);
            }
        }
    }

    private void PumpIfAnyWaits(long now)
    {
        if (_waiting[0] + _waiting[1] > 0)
        {
            Pump(now);
        }
    }

    /// <summary>Lets everybody go who may, and sets the timer for the next.</summary>
    private void Pump(long now)
    {
        _pass++;
        var wakeAt = long.MaxValue;
        while (true)
        {
            var interactive = NextOf(RequestLane.Interactive, now, ref wakeAt);
            var bulk = NextOf(RequestLane.Bulk, now, ref wakeAt);
            var next = interactive is null || bulk is null ? interactive ?? bulk : FirstOf(interactive, bulk);
            if (next is null)
            {
                break;
            }

            Dequeue(next);
            next.TrySetResult(Take(next.Bucket, next.Lane, now));
        }

        WakeAt(wakeAt, now);
    }

    /// <summary>The first call of a lane that may go now. One that finds no room in a window holds up all that come later for it.</summary>
    private QuotaWaiter? NextOf(RequestLane lane, long now, ref long wakeAt)
    {
        while (FirstNotHeldUp(lane) is { } waiter)
        {
            var bucket = waiter.Bucket;
            if (Array.Exists(bucket.Counters, counter => counter.BlockedIn[(int)lane] == _pass))
            {
                bucket.HeldUpIn[(int)lane] = _pass;
            }
            else if (MayGo(bucket, lane, now, out var hold))
            {
                return waiter;
            }
            else if (hold.Until > waiter.Deadline && hold.Reason != QuotaHoldReason.Probe)
            {
                Dequeue(waiter);
                waiter.TrySetException(hold.Exceeded());
            }
            else
            {
                bucket.HeldUpIn[(int)lane] = _pass;
                wakeAt = Math.Min(wakeAt, hold.Until);
            }
        }

        return null;
    }

    private QuotaWaiter? FirstNotHeldUp(RequestLane lane)
    {
        QuotaWaiter? first = null;
        var number = long.MaxValue;
        foreach (var bucket in _bucketsWithWaiters)
        {
            if (bucket.HeldUpIn[(int)lane] != _pass && bucket.First(lane) is { } waiter && waiter.Number < number)
            {
                first = waiter;
                number = waiter.Number;
            }
        }

        return first;
    }

    private static QuotaWaiter FirstOf(QuotaWaiter interactive, QuotaWaiter bulk)
    {
        foreach (var counter in interactive.Bucket.Counters)
        {
            if (Array.IndexOf(bulk.Bucket.Counters, counter) >= 0)
            {
                return counter.LastLane == RequestLane.Interactive ? bulk : interactive;
            }
        }

        return interactive.Number < bulk.Number ? interactive : bulk;
    }

    /// <summary>Whether a call may go now, and if not, what holds it up.</summary>
    private bool MayGo(QuotaBucket bucket, RequestLane lane, long now, out QuotaHold hold)
    {
        var shortest = bucket.Windows[bucket.Shortest];
        if (!_clockGate.MayPass(now, out var askAgain))
        {
            hold = new(askAgain, shortest, QuotaHoldReason.Probe);
            return false;
        }

        if (!bucket.Gate.MayPass(now, out askAgain))
        {
            hold = new(askAgain, shortest, bucket.Gate.ShutUntil > now ? QuotaHoldReason.Refusal : QuotaHoldReason.Probe);
            return false;
        }

        hold = default;
        for (var i = 0; i < bucket.Counters.Length; i++)
        {
            var counter = bucket.Counters[i];
            counter.Roll(_clock.Earliest(now), _clock.Latest(now));
            if (!counter.HasRoom(bucket.Limits[i], out var freeAt))
            {
                counter.BlockedIn[(int)lane] = _pass;
                hold = hold.LaterOf(new(_clock.SurelyAt(freeAt), bucket.Windows[i], QuotaHoldReason.Room));
            }
        }

        return hold.Until == 0;
    }

    /// <summary>What the last of so many calls will have waited for, behind those of each window that go before a lane's; nothing when its time is not after <paramref name="now"/>.</summary>
    private QuotaHold Foresee(QuotaBucket bucket, long calls, long now, RequestLane? behind = null)
    {
        Roll(bucket, now);
        QuotaHold hold = new(bucket.Gate.ShutUntil ?? 0, bucket.Windows[bucket.Shortest], QuotaHoldReason.Refusal);
        for (var i = 0; i < bucket.Counters.Length; i++)
        {
            var counter = bucket.Counters[i];
            var freeAt = counter.RoomFor(behind is { } lane ? counter.Ahead(lane) + calls : calls, bucket.Limits[i]);
            if (freeAt > 0)
            {
                hold = hold.LaterOf(new(_clock.SurelyAt(freeAt), bucket.Windows[i], QuotaHoldReason.Room));
            }
        }

        return hold;
    }

    private void Enqueue(QuotaWaiter waiter)
    {
        if (!waiter.Bucket.HasWaiters)
        {
            _bucketsWithWaiters.Add(waiter.Bucket);
        }

        waiter.Number = ++_arrivals;
        waiter.Bucket.Enqueue(waiter);
        _waiting[(int)waiter.Lane]++;
    }

    private void Dequeue(QuotaWaiter waiter)
    {
        waiter.Bucket.Remove(waiter);
        _waiting[(int)waiter.Lane]--;
        if (!waiter.Bucket.HasWaiters)
        {
            _bucketsWithWaiters.Remove(waiter.Bucket);
        }

        // Not disposed, which would wait for a cancellation that waits for the lock.
        waiter.Registration.Unregister();
    }

    private void WakeAt(long at, long now)
    {
        if (at == _wakeAt)
        {
            return;
        }

        _wakeAt = at;
        _timer ??= CreateTimer();

        // Timers count whole milliseconds and cut the rest, so the time is rounded up. One that is set too far ahead for a
        // timer looks again earlier.
        var milliseconds = Math.Min(Math.Ceiling((at - now) / (double)TimeSpan.TicksPerMillisecond), int.MaxValue);
        _timer.Change(at == long.MaxValue ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
    }

    private ITimer CreateTimer()
    {
        // The timer serves all callers, so it must not carry the context of the one that happens to be first.
        AsyncFlowControl? suppressed = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        try
        {
            return _time.CreateTimer(
                static state => ((QuotaLedger)state!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            suppressed?.Undo();
        }
    }

    private void Wake()
    {
        lock (_lock)
        {
            _wakeAt = long.MaxValue;
            Pump(Now);
        }
    }
}
