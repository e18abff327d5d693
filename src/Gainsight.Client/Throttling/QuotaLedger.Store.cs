using Microsoft.Extensions.Logging;

namespace Gainsight.Client;

/// <content>What the ledger knows from the quota store. Without a store, none of it is used.</content>
/// <remarks>
/// The store counts permits by instance of a window, and hosts number the instances by Gainsight's clock. So differences between the clocks of
/// hosts, store and tenant do not matter.
/// </remarks>
internal sealed partial class QuotaLedger
{
    /// <summary>How long a call may take to arrive. It counts in every instance that can begin by then, because another host may take all permits of that instance at its begin.</summary>
    private static readonly TimeSpan Travel = TimeSpan.FromSeconds(1);

    /// <summary>When the store goes away, an instance that ends within this time is left to the permits that hosts have.</summary>
    private static readonly TimeSpan SoonOver = TimeSpan.FromMinutes(1);

    private readonly string _tenant;
    private readonly IQuotaStore? _store;
    private readonly ILogger _logger;
    private readonly HashSet<string> _differingLimits = new(StringComparer.Ordinal);
    private readonly List<(string Bucket, DateTimeOffset Until, TimeSpan Duration)> _closures = [];

    private long _epoch;
    private bool _isAway;
    private bool _mustReport;
    private bool _isSuspended;

    // Local UTC ticks, as all times here: when the store may be asked again after a failure, and when it grants again after it lost its memory.
    private long _askAgainAt;
    private long _grantsAt;

    /// <summary>How calls are counted, for clients with these options.</summary>
    private QuotaMode ModeOf(QuotaOptions options, long now)
    {
        if (_store is null)
        {
            return QuotaMode.Alone;
        }

        if (_isAway)
        {
            return options.ShareWithoutStore > 0 ? QuotaMode.OwnShare : QuotaMode.Waiting;
        }

        return _grantsAt > now ? QuotaMode.Reporting : QuotaMode.Shared;
    }

    /// <summary>The last client of the ledger was disposed: what the host holds is given back.</summary>
    public void Suspend()
    {
        if (_store is not null)
        {
            lock (_lock)
            {
                _isSuspended = true;
            }

            Exchange();
            StopListening();
        }
    }

    /// <summary>The ledger has a client again.</summary>
    public void Resume() => _isSuspended = false;

    private long Latest(long now) => _clock.Latest(now) + (_store is null ? 0 : Travel.Ticks);

    /// <summary>Whether the host holds a permit of the store for a call that has room in all its windows.</summary>
    private bool HasPermit(QuotaBucket bucket, RequestLane lane, long now, out Hold hold)
    {
        hold = default;
        if (Array.TrueForAll(bucket.Counters, static counter => counter.HasPermit())
            && (lane == RequestLane.Interactive || bucket.Waiting(RequestLane.Interactive) == 0 || TurnOf(bucket) <= now))
        {
            // Before it is the host's turn, the permits that it asked for single calls are theirs.
            return true;
        }

        bucket.LackedIn = _pass;
        var mayUseOwnShare = _isAway && bucket.ShareWithoutStore > 0;
        for (var i = 0; mayUseOwnShare && i < bucket.Counters.Length; i++)
        {
            mayUseOwnShare = bucket.Counters[i].HasOwnShare(bucket.Limits[i], bucket.ShareWithoutStore);
        }

        if (!mayUseOwnShare)
        {
            // While the store is asked, its answer ends the wait. The time to ask again has passed then, and a timer for it would run without a pause.
            hold = _isAway && !_isExchanging
                ? new(_askAgainAt, bucket.Windows[bucket.Shortest], HoldReason.Store)
                : new(_grantsAt > now ? _grantsAt : long.MaxValue, bucket.Windows[bucket.Shortest], HoldReason.Trial);
        }

        return mayUseOwnShare;
    }

    private void AnnounceClosure(string bucket, long until, long now)
    {
        if (_store is not null)
        {
            _closures.Add((bucket, Moments.FromTicks(_clock.Earliest(until)), TimeSpan.FromTicks(until - now)));
        }
    }

    private void Hear(QuotaNotice notice)
    {
        lock (_lock)
        {
            var now = Now;
            switch (notice.Kind)
            {
                case QuotaNoticeKind.Closed:
                    Close(notice.Bucket, notice.Until, now);
                    break;
                case QuotaNoticeKind.Room:
                    foreach (var counter in _counters.Values)
                    {
                        counter.MayHaveMore();
                    }

                    break;
                default:
                    _mustReport = true;
                    break;
            }

            PumpIfAnyWaits(now);
        }

        Exchange();
    }

    /// <summary>Closes a bucket of which another host's call was refused.</summary>
    private void Close(string bucket, DateTimeOffset until, long now)
    {
        if (_gates.TryGetValue(bucket, out var gate) && _clock.SurelyAt(until.UtcTicks) is var opensAt && opensAt > now)
        {
            gate.Shut(Math.Min(opensAt, now + _counters.Keys.Max(window => window.Length).Ticks));
        }
    }

    private void Apply(StoreRequest sent, QuotaGrant grant, long now)
    {
        if (_isAway)
        {
            _isAway = false;
            Log.QuotaStoreBack(_logger, _tenant);
            foreach (var counter in _counters.Values)
            {
                counter.Thaw();
            }
        }

        if (sent.Request.Epoch != 0 && sent.Request.Epoch != grant.Epoch)
        {
            // Nothing was counted. What this host took is reported next, and is not used any more before it is granted again.
            Log.QuotaStoreForgot(_logger, _tenant);
            foreach (var counter in _counters.Values)
            {
                counter.Forget();
            }

            (_epoch, _mustReport) = (0, true);
            return;
        }

        _epoch = grant.Epoch;
        _grantsAt = grant.RetryAfter > TimeSpan.Zero ? now + grant.RetryAfter.Ticks : 0;
        for (var i = 0; i < grant.Charges.Count; i++)
        {
            var claim = sent.Request.Claims[i];
            sent.Instances[i].Counter.Apply(sent.Instances[i].Number, grant.Charges[i], sent.Bucket is null ? 0 : claim.Share, sent.IsBulk, _clock.Earliest(now));
            if (grant.Charges[i].Limit < claim.Limit && sent.Bucket is not null && _differingLimits.Add(claim.Window))
            {
                Log.QuotaLimitsDiffer(_logger, _tenant, claim.Window, grant.Charges[i].Limit, claim.Limit);
            }
        }

        if (grant.ClosedUntil is { } until)
        {
            Close(sent.Request.Bucket, until, now);
        }

        if (sent.Bucket is { } bucket)
        {
            bucket.BlockAt = now;
            if (_grantsAt == 0 && grant.Charges.All(charge => charge.Charged <= 0) && HasRoom(bucket) && !Array.TrueForAll(bucket.Counters, static counter => counter.HasPermit()))
            {
                // The store contradicts itself, so it is not asked without a pause.
                _askAgainAt = now + AskAgain.Ticks;
            }
        }
    }

    private void Failed(Exception failure, long now)
    {
        _askAgainAt = now + AskAgain.Ticks;
        _mustReport = true;
        GiveUp(now);
        if (_isAway)
        {
            return;
        }

        _isAway = true;
        var problem = failure switch
        {
            QuotaStoreException => failure.Message,
            OperationCanceledException or TimeoutException => $"It did not answer within {StoreTimeout.TotalSeconds:0} seconds.",
            _ => $"It failed with {failure.GetType().Name}.",
        };
        Log.QuotaStoreAway(_logger, _tenant, problem, "wait until it is back, or go on with Quota.ShareWithoutStore.");
        foreach (var counter in _counters.Values)
        {
            counter.Roll(_clock.Earliest(now), Latest(now));
            counter.Freeze(Latest(now) + SoonOver.Ticks);
        }
    }

    /// <summary>Ends the waits for the store that would be too long. The queue looks only at the first call of a lane.</summary>
    private void GiveUp(long now)
    {
        foreach (var waiter in _bucketsWithWaiters.Where(bucket => bucket.LackedIn == _pass && bucket.ShareWithoutStore == 0).SelectMany(bucket => bucket.Waiters).ToArray())
        {
            Hold hold = new(_askAgainAt, waiter.Bucket.Windows[waiter.Bucket.Shortest], HoldReason.Store);
            if (hold.Until > waiter.Deadline)
            {
                Dequeue(waiter);
                waiter.TrySetException(hold.Exceeded(OnClock(hold.Until, now)));
            }
        }
    }

    private static bool HasRoom(QuotaBucket bucket)
    {
        for (var i = 0; i < bucket.Counters.Length; i++)
        {
            if (!bucket.Counters[i].HasRoom(bucket.Limits[i], out _))
            {
                return false;
            }
        }

        return true;
    }
}
