namespace Gainsight.Client;

/// <content>The life of a call: it takes a permit, and tells how it ended.</content>
internal sealed partial class QuotaLedger
{
    /// <summary>The shortest time that a refused bucket stays closed, whatever the server says.</summary>
    private static readonly TimeSpan ShortestClosure = TimeSpan.FromSeconds(1);

    /// <summary>Takes a permit, at once or when the call's turn has come.</summary>
    /// <exception cref="GainsightQuotaExceededException">The wait is, or has become, longer than <paramref name="maxWait"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before the permit was given.</exception>
    public ValueTask<QuotaPermit> AcquireAsync(QuotaBucket bucket, RequestLane lane, TimeSpan maxWait, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<QuotaPermit>(cancellationToken);
        }

        long deadline;
        lock (_lock)
        {
            var now = Now;
            if (_waiting[0] + _waiting[1] == 0 && MayGo(bucket, lane, now, out _))
            {
                return new(Take(bucket, lane, now));
            }

            deadline = now + Math.Max(0, maxWait.Ticks);
            var foreseen = Foresee(bucket, 1, now, behind: lane);
            if (foreseen.Until > deadline)
            {
                return ValueTask.FromException<QuotaPermit>(foreseen.Exceeded());
            }
        }

        // Registered outside the lock and before it is queued: cancellation may run at once, and whoever takes the call out
        // of the queue must find the registration.
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

        return new(waiter.Task);
    }

    /// <summary>Ends a call that Gainsight answered, whatever the answer, but for a refusal for want of quota.</summary>
    public void Answered(in QuotaPermit permit, DateTimeOffset? date)
    {
        lock (_lock)
        {
            var now = Now;
            End(permit, date, now);
            permit.Bucket.Gate.End(permit.BucketProbe, admitted: true);
            PumpIfAnyWaits(now);
        }
    }

    /// <summary>Ends a call that Gainsight refused for want of quota: its bucket takes no calls of anybody until the returned time (UTC, by the local clock).</summary>
    public DateTimeOffset Refused(in QuotaPermit permit, DateTimeOffset? date, TimeSpan? retryAfter)
    {
        lock (_lock)
        {
            var now = Now;
            End(permit, date, now);

            // The window of the refusal is the one in which the call was sent, which may be over by now.
            var bucket = permit.Bucket;
            var shortest = bucket.Counters[bucket.Shortest];
            var sentAt = _clock.Earliest(permit.GrantedAt);
            var until = _clock.SurelyAt(shortest.EndAfter(sentAt));
            if (retryAfter is { } delay)
            {
                until = now + Math.Clamp(delay.Ticks, ShortestClosure.Ticks, TimeSpan.TicksPerDay * 366);
            }
            else if (bucket.Shortest == 0)
            {
                // Only there is it clear which window is spent. To guess an hour or a day wrong keeps every call back for as long;
                // not to guess costs one refused call each time the shortest window opens.
                shortest.Spend(sentAt);
            }

            bucket.Gate.End(permit.BucketProbe, admitted: false);
            bucket.Gate.Shut(until);
            PumpIfAnyWaits(now);
            return new(until, TimeSpan.Zero);
        }
    }

    /// <summary>Ends a call to which no answer came, whether it arrived or not.</summary>
    public void Unanswered(in QuotaPermit permit) => EndUnanswered(permit, long.MaxValue);

    /// <summary>Gives back the permit of a call that was not sent.</summary>
    public void Return(in QuotaPermit permit) => EndUnanswered(permit, 0);

    private void EndUnanswered(in QuotaPermit permit, long arrivedBefore)
    {
        lock (_lock)
        {
            var now = Now;
            Roll(permit.Bucket, now);
            Done(permit.Bucket, arrivedBefore);
            _clockGate.End(permit.ClockProbe, admitted: false);
            permit.Bucket.Gate.End(permit.BucketProbe, admitted: false);
            PumpIfAnyWaits(now);
        }
    }

    private void End(in QuotaPermit permit, DateTimeOffset? date, long now)
    {
        _clock.Observe(date, permit.GrantedAt, now);
        _clockGate.End(permit.ClockProbe, admitted: true);

        // Rolled before the call ends, so that it counts in the windows that began while it was under way. A date before a
        // window's begin shows that it does not belong there after all.
        Roll(permit.Bucket, now);
        Done(permit.Bucket, date is { } answered ? answered.UtcTicks + TimeSpan.TicksPerSecond : long.MaxValue);
    }

    private QuotaPermit Take(QuotaBucket bucket, RequestLane lane, long now)
    {
        foreach (var counter in bucket.Counters)
        {
            counter.Take(lane);
        }

        return new(bucket, now, _clockGate.Pass(now), bucket.Gate.Pass(now));
    }

    private void Roll(QuotaBucket bucket, long now)
    {
        foreach (var counter in bucket.Counters)
        {
            counter.Roll(_clock.Earliest(now), _clock.Latest(now));
        }
    }

    private static void Done(QuotaBucket bucket, long arrivedBefore)
    {
        foreach (var counter in bucket.Counters)
        {
            counter.Done(arrivedBefore);
        }
    }
}
