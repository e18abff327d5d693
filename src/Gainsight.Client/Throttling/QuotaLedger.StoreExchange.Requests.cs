using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client;

/// <content>The requests to the quota store: one at a time, outside the lock.</content>
internal sealed partial class QuotaLedger
{
    private sealed partial class StoreExchange
    {
        /// <summary>How long a request to the store may take. Then the store counts as away.</summary>
        private static readonly TimeSpan StoreTimeout = TimeSpan.FromSeconds(2);

        /// <summary>The pause before the store is asked again after a failure.</summary>
        private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(1);

        /// <summary>Permits that nobody uses for this time, or a tenth of their window, are given back.</summary>
        private static readonly TimeSpan LongestIdle = TimeSpan.FromSeconds(2);

        /// <summary>How long the end of a client waits for the requests that give its permits back.</summary>
        private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(5);

        /// <summary>A host asks for at most this part of a limit at once, so that the others get some as well.</summary>
        private const int BlocksPerWindow = 5;

        /// <summary>The exchange that runs, or null.</summary>
        private TaskCompletionSource? _exchange;

        /// <summary>When there may be something to ask, or <see cref="long.MaxValue"/>.</summary>
        public long NextAt { get; set; } = long.MaxValue;

        /// <summary>Starts a request to the store, if there is something to ask. Call it without the lock: a store may answer at once, and notify other ledgers.</summary>
        public void Start()
        {
            StoreRequest? first;
            lock (ledger._lock)
            {
                first = _exchange is null ? Next(ledger.Now) : null;
                if (first is null)
                {
                    return;
                }

                _exchange = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            // The exchange serves all callers, so it must not capture the context of one.
            using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
            {
                _ = ExchangeAsync(first);
            }
        }

        private async Task ExchangeAsync(StoreRequest first)
        {
            for (var next = first; next is not null;)
            {
                await ListenAsync().ConfigureAwait(false);
                var (grant, failure) = await SendAsync(next).ConfigureAwait(false);
                lock (ledger._lock)
                {
                    var exchange = _exchange!;
                    var now = ledger.Now;
                    if (failure is not null)
                    {
                        if (next.Closure is { } untold)
                        {
                            AnnounceClosure(untold.Bucket, untold.Until);
                        }

                        Failed(failure, now);
                    }
                    else if (grant is not null)
                    {
                        Apply(next, grant, now);
                    }

                    _exchange = null;
                    ledger.Pump(now);
                    next = Next(now);
                    if (next is null)
                    {
                        exchange.SetResult();
                    }
                    else
                    {
                        _exchange = exchange;
                    }
                }
            }
        }

        private async Task LimitedAsync(Task exchange)
        {
            try
            {
                await exchange.WaitAsync(LongestEnd, ledger._time).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                // The store does not answer. What it does not get back is free when its window ends.
            }
        }

        [SuppressMessage("Design", "CA1031", Justification = "Whatever a store throws, it cannot be used. The failure is logged.")]
        private async Task<(QuotaGrant? Grant, Exception? Failure)> SendAsync(StoreRequest request)
        {
            using CancellationTokenSource limit = new(StoreTimeout, ledger._time);
            try
            {
                if (request.Closure is { } closure)
                {
                    DateTimeOffset until;
                    TimeSpan duration;
                    lock (ledger._lock)
                    {
                        until = Moments.FromTicks(ledger._clock.Earliest(closure.Until));
                        duration = TimeSpan.FromTicks(closure.Until - ledger.Now);
                    }

                    await Limited(store.CloseAsync(tenant, closure.Bucket, until, duration, limit.Token), limit.Token).ConfigureAwait(false);
                    return (null, null);
                }

                var taken = store.TakeAsync(request.Request, limit.Token);
                var grant = taken.IsCompletedSuccessfully ? taken.Result : await taken.AsTask().WaitAsync(limit.Token).ConfigureAwait(false);
                return grant.Charges.Count == request.Request.Claims.Count || (request.Request.Epoch != 0 && grant.Epoch != request.Request.Epoch)
                    ? (grant, null)
                    : (null, new QuotaStoreException($"The store answered {Plural.Of(request.Request.Claims.Count, "claim")} with {Plural.Of(grant.Charges.Count, "charge")}."));
            }
            catch (Exception exception)
            {
                return (null, exception);
            }
        }

        /// <summary>The next request to the store, or null. In that case the timer is set for the next time at which there may be one.</summary>
        private StoreRequest? Next(long now)
        {
            var at = long.MaxValue;
            _closures.RemoveAll(closure => closure.Until <= now);
            if (now < AskAgainAt)
            {
                at = _mustReport || _closures.Count > 0 || LackingBucket(now, out var turnAt) is not null || turnAt < long.MaxValue ? AskAgainAt : at;
            }
            else if (_closures.Count > 0)
            {
                var closure = _closures[0];
                _closures.RemoveAt(0);
                return new(new(tenant, closure.Bucket, 0, 0, []), []) { Closure = closure };
            }
            else if (_mustReport)
            {
                // A store that is away does not get back what calls can use meanwhile: whether it counted a request without an answer is not known.
                _mustReport = false;
                return Settle(now, at: out _, all: true, keepsHeld: IsAway && !_isSuspended);
            }
            else
            {
                var lacking = LackingBucket(now, out var turnAt);
                if (lacking is not null && now >= _grantsAt)
                {
                    return Take(lacking, now);
                }

                if (Settle(now, out at, all: _isSuspended) is { Instances.Count: > 0 } settlement)
                {
                    return settlement;
                }

                at = Math.Min(at, lacking is null ? turnAt : _grantsAt);
            }

            at = _isSuspended && !ledger.AnyWaits ? long.MaxValue : at;
            if (at != NextAt)
            {
                NextAt = at;
                ledger.SetTimer(now);
            }

            return null;
        }

        /// <summary>The bucket of the call that has waited longest for a permit of the store.</summary>
        /// <param name="now">The local time.</param>
        /// <param name="turnAt">When the first of the other buckets may ask.</param>
        private QuotaBucket? LackingBucket(long now, out long turnAt)
        {
            turnAt = long.MaxValue;
            QuotaBucket? lacking = null;
            var first = long.MaxValue;
            foreach (var bucket in ledger._bucketsWithWaiters)
            {
                if (bucket.LackedIn != ledger._pass)
                {
                    continue;
                }

                var number = Math.Min(bucket.First(RequestLane.Interactive)?.Number ?? long.MaxValue, bucket.First(RequestLane.Bulk)?.Number ?? long.MaxValue);
                if (bucket.Waiting(RequestLane.Interactive) == 0 && TurnOf(bucket) is var turn && turn > now)
                {
                    turnAt = Math.Min(turnAt, turn);
                }
                else if (number < first)
                {
                    (lacking, first) = (bucket, number);
                }
            }

            return lacking;
        }

        /// <summary>When it is this host's turn to ask for permits for lists and streams.</summary>
        private long TurnOf(QuotaBucket bucket) => ledger._clock.ProbablyAt(bucket.Counters[bucket.Shortest].TurnAt(bucket.Limits[bucket.Shortest]));

        /// <summary>Asks for permits: one for each waiting call, and for a block when bulk calls use them up quickly.</summary>
        private StoreRequest Take(QuotaBucket bucket, long now)
        {
            var most = Math.Max(1, bucket.Limits.Min() / BlocksPerWindow);
            var wanted = Math.Min(bucket.Waiting(RequestLane.Interactive), most);
            var isBulk = bucket.Waiting(RequestLane.Bulk) > 0 && TurnOf(bucket) <= now;
            if (isBulk)
            {
                var length = bucket.Windows[bucket.Shortest].Length.Ticks;
                if (now / length == bucket.BlockAt / length)
                {
                    // Otherwise the wait for the new window says nothing of how fast the block was used.
                    var lasted = now - bucket.BlockAt;
                    bucket.Block = lasted < length / 8 ? bucket.Block * 2 : lasted > length / 4 ? bucket.Block / 2 : bucket.Block;
                }

                bucket.Block = Math.Min(
                    Math.Max(wanted + bucket.Waiting(RequestLane.Bulk), bucket.Block),
                    Math.Min(most, bucket.Counters[bucket.Shortest].MostInTurn(bucket.Limits[bucket.Shortest])));
                wanted = Math.Max(wanted, bucket.Block);
            }

            List<QuotaClaim> claims = [];
            List<(WindowCounter Counter, long Number)> instances = [];
            for (var i = 0; i < bucket.Counters.Length; i++)
            {
                bucket.Counters[i].Claim(claims, instances, bucket.Windows[i].Name, bucket.Windows[i].Limit, bucket.Limits[i], isBulk);
            }

            return new(new(tenant, bucket.Name, _epoch, wanted, claims), instances) { Bucket = bucket, IsBulk = isBulk };
        }

        /// <summary>Gives back permits that nobody uses, and reports calls that the store does not know of.</summary>
        /// <param name="now">The local time.</param>
        /// <param name="at">When there will be the next permits that nobody uses.</param>
        /// <param name="all">Whether those in use are included.</param>
        /// <param name="keepsHeld">Whether the host keeps what it holds.</param>
        private StoreRequest Settle(long now, out long at, bool all, bool keepsHeld = false)
        {
            at = long.MaxValue;
            List<QuotaClaim> claims = [];
            List<(WindowCounter Counter, long Number)> instances = [];
            foreach (((var name, var length), var counter) in ledger._counters)
            {
                counter.Roll(ledger._clock.Earliest(now), ledger.Latest(now));
                if (!counter.IsUnsettled)
                {
                    continue;
                }

                var idleAt = counter.LastTakenAt + Math.Min(LongestIdle.Ticks, length.Ticks / 10);
                if (all || idleAt <= now)
                {
                    counter.Settle(claims, instances, name, keepsHeld);
                }
                else
                {
                    at = Math.Min(at, idleAt);
                }
            }

            if (instances.Count > 0)
            {
                foreach (var (_, buckets) in ledger._buckets)
                {
                    foreach (var bucket in buckets.Values)
                    {
                        bucket.Block = 0;
                    }
                }
            }

            return new(new(tenant, string.Empty, _epoch, 0, claims), instances);
        }

        private static async ValueTask Limited(ValueTask task, CancellationToken limit)
        {
            if (!task.IsCompletedSuccessfully)
            {
                await task.AsTask().WaitAsync(limit).ConfigureAwait(false);
            }
        }

        /// <summary>A request to the store.</summary>
        /// <param name="Request">What is sent.</param>
        /// <param name="Instances">The counters of its claims, in order.</param>
        private sealed record StoreRequest(QuotaRequest Request, List<(WindowCounter Counter, long Number)> Instances)
        {
            /// <summary>The bucket that asks for permits, or null for a settlement.</summary>
            public QuotaBucket? Bucket { get; init; }

            /// <summary>Whether permits for lists and streams are among those that are asked for.</summary>
            public bool IsBulk { get; init; }

            /// <summary>The closure that is told instead. Local UTC ticks.</summary>
            public (string Bucket, long Until)? Closure { get; init; }
        }
    }
}
