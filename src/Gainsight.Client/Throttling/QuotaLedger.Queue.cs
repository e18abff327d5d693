namespace Gainsight.Client;

/// <content>The waiting calls: first come, first served in each lane, and the lanes in turn when both wait.</content>
internal sealed partial class QuotaLedger
{
    private ITimer? _timer;
    private long _arrivals;
    private long _pass;

    private enum HoldReason
    {
        /// <summary>A window has no room.</summary>
        Room,

        /// <summary>Gainsight refused a call of the bucket.</summary>
        Refusal,

        /// <summary>The answer to a trial call, or of the quota store, is pending. This wait is so short that no call fails because of it.</summary>
        Trial,

        /// <summary>The quota store cannot be used.</summary>
        Store,

        /// <summary>It is the turn of other hosts.</summary>
        Turn,
    }

    /// <summary>Queues a call until it is its turn.</summary>
    private ValueTask<Permit> WaitAsync(QuotaBucket bucket, RequestLane lane, long deadline, CancellationToken cancellationToken)
    {
        // Register outside the lock and before queueing: cancellation may run at once, and the code that takes the call out of
        // the queue must find the registration.
        QuotaWaiter waiter = new(this, bucket, lane, deadline);
        waiter.Registration = cancellationToken.UnsafeRegister(static (state, token) => ((QuotaWaiter)state!).Cancel(token), waiter);
        lock (_lock)
        {
            if (!waiter.Task.IsCompleted)
            {
                Enqueue(waiter);
                Pump(Now);
            }
        }

        _exchange?.Start();
        return new(waiter.Task);
    }

    internal void Cancel(QuotaWaiter waiter, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var waited = waiter.Node is not null;
            if (waited)
            {
                Dequeue(waiter);
            }

            // Has no effect when the permit was already given. The call then continues and returns it.
            if (waiter.TrySetCanceled(cancellationToken) && waited)
            {
                Pump(Now);
            }
        }

        _exchange?.Start();
    }

    /// <summary>Sends all calls that may be sent, and sets the timer for the next one.</summary>
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

    /// <summary>The first call of a lane that may be sent now. A call without room in a window holds up all later calls of that window.</summary>
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
            else if (hold.Until > waiter.Deadline && hold.Reason != HoldReason.Trial)
            {
                Dequeue(waiter);
                waiter.TrySetException(hold.Exceeded(OnClock(hold.Until, now)));
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

    /// <summary>What the last of this number of calls will wait for, behind the waiting calls of a lane. It does not wait when the time is not after <paramref name="now"/>.</summary>
    private Hold Foresee(QuotaBucket bucket, long calls, long now, RequestLane? behind = null)
    {
        Roll(bucket, now);
        Hold hold = new(bucket.Gate.ShutUntil ?? 0, bucket.Windows[bucket.Shortest], HoldReason.Refusal);
        if (_exchange is { IsAway: true } && bucket.ShareWithoutStore == 0)
        {
            hold = hold.LaterOf(new(_exchange.AskAgainAt, bucket.Windows[bucket.Shortest], HoldReason.Store));
        }

        if (behind == RequestLane.Bulk && _exchange?.MayAskAt(bucket) is { } turnAt && turnAt > now)
        {
            hold = hold.LaterOf(new(turnAt, bucket.Windows[bucket.Shortest], HoldReason.Turn));
        }

        for (var i = 0; i < bucket.Counters.Length; i++)
        {
            var counter = bucket.Counters[i];
            var freeAt = counter.RoomFor(behind is { } lane ? counter.Ahead(lane) + calls : calls, bucket.Limits[i], asksFirst: behind is not null);
            if (freeAt > 0)
            {
                hold = hold.LaterOf(new(_clock.SurelyAt(freeAt), bucket.Windows[i], HoldReason.Room));
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

        // Do not dispose the registration: disposal would wait for a cancellation that waits for the lock.
        waiter.Registration.Unregister();
    }

    private void WakeAt(long at, long now)
    {
        if (at != _wakeAt)
        {
            _wakeAt = at;
            SetTimer(now);
        }
    }

    private void SetTimer(long now)
    {
        var at = Math.Min(_wakeAt, _exchange?.NextAt ?? long.MaxValue);
        _timer ??= CreateTimer();

        // Timers truncate to whole milliseconds, so the time is rounded up. A wait that is too long for a timer is split.
        var milliseconds = Math.Min(Math.Ceiling((at - now) / (double)TimeSpan.TicksPerMillisecond), int.MaxValue);
        _timer.Change(at == long.MaxValue ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(Math.Max(0, milliseconds)), Timeout.InfiniteTimeSpan);
    }

    private ITimer CreateTimer()
    {
        // The timer serves all callers, so it must not capture the context of the first one.
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
            _exchange?.NextAt = long.MaxValue;
            Pump(Now);
        }

        _exchange?.Start();
    }

    /// <summary>What holds up a call.</summary>
    /// <param name="Until">When to check again, in local UTC ticks; 0 when nothing holds up the call.</param>
    /// <param name="Window">The window without room, or the window with which the closed bucket opens.</param>
    /// <param name="Reason">Why the call is held up.</param>
    private readonly record struct Hold(long Until, QuotaWindow Window, HoldReason Reason)
    {
        public Hold LaterOf(Hold other) => other.Until > Until ? other : this;

        /// <summary>The exception for a call that would have to wait too long.</summary>
        public GainsightQuotaExceededException Exceeded(DateTimeOffset retryAt)
        {
            if (Reason == HoldReason.Store)
            {
                return new GainsightQuotaExceededException(
                    "The quota store, in which the hosts of the tenant count their calls together, cannot be used. The call was not sent. Bring the store back (the log says what is wrong), "
                    + "raise Quota.MaxQueueWait to wait for it, or set Quota.ShareWithoutStore to go on with a part of the limits.")
                {
                    RetryAt = retryAt,
                    Window = Window.Name,
                };
            }

            var reason = Reason switch
            {
                HoldReason.Refusal => $"Gainsight refused calls although the quota window '{Window.Name}' had room, so other integrations use the tenant's quota or the limit is lower than configured",
                HoldReason.Turn => $"The hosts that share the quota use up the window '{Window.Name}' ({Plural.Of(Window.Limit, "call")} in {Window.Length:c}), and lists and streams of this host wait for their turn",
                _ => $"The quota window '{Window.Name}' ({Plural.Of(Window.Limit, "call")} in {Window.Length:c}) has no room",
            };
            return new GainsightQuotaExceededException(
                $"{reason}. The call was not sent; it can be sent at {retryAt:yyyy-MM-dd HH:mm:ss} UTC, which is later than Quota.MaxQueueWait allows. "
                + "Call again then, raise Quota.MaxQueueWait to wait for it, or correct the limit with Quota.SetLimit.")
            {
                RetryAt = retryAt,
                Window = Window.Name,
            };
        }
    }
}
