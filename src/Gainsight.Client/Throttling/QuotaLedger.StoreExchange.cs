using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Gainsight.Client;

/// <content>What a ledger knows from its quota store.</content>
internal sealed partial class QuotaLedger
{
    /// <summary>The exchange of a ledger with its quota store. A ledger without a store has none. What the exchange knows is guarded by the ledger's lock.</summary>
    /// <remarks>
    /// The store counts permits by instance of a window, and hosts number the instances by Gainsight's clock. So differences between the clocks of
    /// hosts, store and tenant do not matter.
    /// </remarks>
    private sealed partial class StoreExchange(QuotaLedger ledger, IQuotaStore store, string tenant, ILogger logger)
    {
        /// <summary>How long a call may take to arrive. It counts in every instance that can begin by then, because another host may take all permits of that instance at its begin.</summary>
        public static readonly TimeSpan Travel = TimeSpan.FromSeconds(1);

        /// <summary>When the store goes away, an instance that ends within this time is left to the permits that hosts have.</summary>
        private static readonly TimeSpan SoonOver = TimeSpan.FromMinutes(1);

        private readonly HashSet<string> _differingLimits = new(StringComparer.Ordinal);
        private readonly List<(string Bucket, long Until)> _closures = [];

        /// <summary>What the store said that is wrong with it since it went away.</summary>
        private readonly HashSet<string> _explained = new(StringComparer.Ordinal);

        private long _epoch;
        private bool _mustReport;
        private bool _isReporting;
        private volatile bool _isSuspended;

        /// <summary>When the store grants again after it lost its memory. Local UTC ticks, as all times here.</summary>
        private long _grantsAt;

        /// <summary>Whether the store cannot be used.</summary>
        public bool IsAway { get; private set; }

        /// <summary>When the store may be asked again after a failure.</summary>
        public long AskAgainAt { get; private set; }

        /// <summary>How calls are counted, for clients with these options.</summary>
        public QuotaMode ModeOf(QuotaOptions options, long now)
        {
            if (IsAway)
            {
                return options.ShareWithoutStore > 0 ? QuotaMode.OwnShare : QuotaMode.Waiting;
            }

            return _grantsAt > now ? QuotaMode.Reporting : QuotaMode.Shared;
        }

        /// <summary>The last client of the ledger was disposed.</summary>
        public void Suspend() => _isSuspended = true;

        /// <summary>What the host holds is given back, unless the ledger has a client again.</summary>
        /// <returns>A task that ends when the store has it, or after some seconds.</returns>
        public Task GiveBack()
        {
            if (!_isSuspended)
            {
                return Task.CompletedTask;
            }

            Start();
            StopListening();
            lock (ledger._lock)
            {
                return _exchange is null ? Task.CompletedTask : LimitedAsync(_exchange.Task);
            }
        }

        /// <summary>The ledger has a client again.</summary>
        public void Resume() => _isSuspended = false;

        /// <summary>Whether the host holds a permit of the store for a call that has room in all its windows.</summary>
        public bool HasPermit(QuotaBucket bucket, RequestLane lane, long now, out Hold hold)
        {
            hold = default;
            if (Array.TrueForAll(bucket.Counters, static counter => counter.HasPermit())
                && (lane == RequestLane.Interactive || bucket.Waiting(RequestLane.Interactive) == 0 || TurnOf(bucket) <= now))
            {
                // Before it is the host's turn, the permits that it asked for single calls are theirs.
                return true;
            }

            bucket.LackedIn = ledger._pass;
            var mayUseOwnShare = IsAway && bucket.ShareWithoutStore > 0;
            for (var i = 0; mayUseOwnShare && i < bucket.Counters.Length; i++)
            {
                mayUseOwnShare = bucket.Counters[i].HasOwnShare(bucket.Limits[i], bucket.ShareWithoutStore);
            }

            if (!mayUseOwnShare)
            {
                // While the store is asked, its answer ends the wait. The time to ask again has passed then, and a timer for it would run without a pause.
                var turnAt = lane == RequestLane.Interactive || IsAway ? 0 : TurnOf(bucket);
                hold = turnAt > now ? new(turnAt, bucket.Windows[bucket.Shortest], HoldReason.Turn)
                    : IsAway && _exchange is null ? new(AskAgainAt, bucket.Windows[bucket.Shortest], HoldReason.Store)
                    : new(_grantsAt > now ? _grantsAt : long.MaxValue, bucket.Windows[bucket.Shortest], HoldReason.Trial);
            }

            return mayUseOwnShare;
        }

        /// <summary>When the host may ask for permits for lists and streams, if it has none. Otherwise 0.</summary>
        public long MayAskAt(QuotaBucket bucket) => IsAway || Array.TrueForAll(bucket.Counters, static counter => counter.HasPermit()) ? 0 : TurnOf(bucket);

        /// <summary>Tells the other hosts that Gainsight refused a call of a bucket.</summary>
        public void AnnounceClosure(string bucket, long until)
        {
            // Many calls that run at once are refused together, and one closure says it for all of them.
            var known = _closures.FindIndex(closure => closure.Bucket == bucket);
            if (known < 0)
            {
                _closures.Add((bucket, until));
            }
            else if (_closures[known].Until < until)
            {
                _closures[known] = (bucket, until);
            }
        }

        private void Apply(StoreRequest sent, QuotaGrant grant, long now)
        {
            if (IsAway)
            {
                (IsAway, _listenAt) = (false, 0);
                _explained.Clear();
                Write(log => Log.QuotaStoreBack(log, tenant));
                foreach (var counter in ledger._counters.Values)
                {
                    counter.Thaw();
                }
            }

            if (sent.Request.Epoch != 0 && sent.Request.Epoch != grant.Epoch)
            {
                // Nothing was counted. What this host took and knows of others is reported next, and permits are not used any more before they are granted again.
                Write(log => Log.QuotaStoreForgot(log, tenant));
                foreach (var counter in ledger._counters.Values)
                {
                    counter.Forget();
                }

                // Two servers behind one address lose the memory of each other with every answer.
                AskAgainAt = _isReporting ? now + AskAgain.Ticks : AskAgainAt;
                (_epoch, _mustReport, _isReporting) = (grant.Epoch, true, true);
                return;
            }

            (_epoch, _isReporting) = (grant.Epoch, false);
            _grantsAt = grant.RetryAfter > TimeSpan.Zero ? now + grant.RetryAfter.Ticks : 0;
            var isReport = false;
            for (var i = 0; i < grant.Charges.Count; i++)
            {
                var claim = sent.Request.Claims[i];
                isReport |= claim.Known > 0;
                sent.Instances[i].Counter.Apply(sent.Instances[i].Number, grant.Charges[i], sent.Bucket is null ? 0 : claim.Share, sent.IsBulk, ledger._clock.Earliest(now));
                if (grant.Charges[i].Limit < claim.Limit && sent.Bucket is not null && _differingLimits.Add(claim.Window))
                {
                    var smaller = grant.Charges[i].Limit;
                    Write(log => Log.QuotaLimitsDiffer(log, tenant, claim.Window, smaller, claim.Limit));
                }
            }

            // Calls that the lost memory had not counted either are reported next.
            _mustReport |= isReport && ledger._counters.Values.Any(static counter => counter.IsUnsettled);
            if (grant.ClosedUntil is { } until)
            {
                Close(sent.Request.Bucket, until, now);
            }

            if (sent.Bucket is { } bucket)
            {
                bucket.BlockAt = now;
                if (_grantsAt == 0 && !HasCharged(grant) && HasRoom(bucket) && !Array.TrueForAll(bucket.Counters, static counter => counter.HasPermit()))
                {
                    // The store contradicts itself, so it is not asked without a pause.
                    AskAgainAt = now + AskAgain.Ticks;
                }
            }
        }

        private void Failed(Exception failure, long now)
        {
            AskAgainAt = now + AskAgain.Ticks;
            _mustReport = true;
            ExpectMore();
            GiveUp(now);
            var problem = failure switch
            {
                QuotaStoreException => failure.Message,
                OperationCanceledException or TimeoutException => $"It did not answer within {StoreTimeout.TotalSeconds:0} seconds.",
                _ => $"It failed with {failure.GetType().Name}.",
            };

            // A store may need longer than a request may take to find out what is wrong, and says it to the next one.
            if (failure is QuotaStoreException ? _explained.Add(problem) : !IsAway)
            {
                Write(log => Log.QuotaStoreAway(log, tenant, problem, "wait until it is back, or go on with Quota.ShareWithoutStore."));
            }

            if (IsAway)
            {
                return;
            }

            IsAway = true;
            foreach (var counter in ledger._counters.Values)
            {
                counter.Roll(ledger._clock.Earliest(now), ledger.Latest(now));
                counter.Freeze(ledger.Latest(now) + SoonOver.Ticks);
            }
        }

        /// <summary>Ends the waits for the store that would be too long. The queue looks only at the first call of a lane.</summary>
        private void GiveUp(long now)
        {
            foreach (var waiter in ledger._bucketsWithWaiters.Where(bucket => bucket.LackedIn == ledger._pass && bucket.ShareWithoutStore == 0).SelectMany(bucket => bucket.Waiters).ToArray())
            {
                Hold hold = new(AskAgainAt, waiter.Bucket.Windows[waiter.Bucket.Shortest], HoldReason.Store);
                if (hold.Until > waiter.Deadline)
                {
                    ledger.Dequeue(waiter);
                    waiter.TrySetException(hold.Exceeded(ledger.OnClock(hold.Until, now)));
                }
            }
        }

        /// <summary>Writes to the log. A logger that throws ends no exchange, because then the store would not be asked any more.</summary>
        [SuppressMessage("Design", "CA1031", Justification = "There is nobody to tell.")]
        private void Write(Action<ILogger> write)
        {
            try
            {
                write(logger);
            }
            catch (Exception)
            {
                // The exchange goes on.
            }
        }

        private static bool HasCharged(QuotaGrant grant)
        {
            for (var i = 0; i < grant.Charges.Count; i++)
            {
                if (grant.Charges[i].Charged > 0)
                {
                    return true;
                }
            }

            return false;
        }

        private static bool HasRoom(QuotaBucket bucket)
        {
            for (var i = 0; i < bucket.Counters.Length; i++)
            {
                if (!bucket.Counters[i].HasRoom(bucket.Limits[i], out _, isCounted: true))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
