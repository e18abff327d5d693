using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gainsight.Client;

/// <summary>Counts the calls of all clients of a tenant in this process against the tenant's windows, and sends the calls in turn.</summary>
/// <remarks>
/// The counts belong to the ledger and the limits to each client: clients with different shares see each other's calls. A call
/// is sent when every window of its bucket has room in every instance that the server's clock may be in. A window is therefore
/// used up to a second late, and never too early.
/// </remarks>
internal sealed partial class QuotaLedger
{
    /// <summary>The shortest time for which a refusal closes a bucket, whatever the server says.</summary>
    private static readonly TimeSpan ShortestClosure = TimeSpan.FromSeconds(1);

    /// <summary>A smaller change of the local clock is one of the corrections that it gets all the time.</summary>
    private static readonly long LeastStep = TimeSpan.FromSeconds(1).Ticks;

    private readonly object _lock = new();
    private readonly TimeProvider _time;
    private readonly ServerClock _clock = new();
    private readonly SingleCallGate _clockGate = new();
    private readonly Dictionary<string, SingleCallGate> _gates = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, TimeSpan Length), WindowCounter> _counters = [];
    private readonly ConditionalWeakTable<QuotaOptions, Dictionary<string, QuotaBucket>> _buckets = [];
    private readonly List<QuotaBucket> _bucketsWithWaiters = [];
    private readonly int[] _waiting = new int[2];
    private readonly Func<Task>? _release;
    private readonly StoreExchange? _exchange;
    private readonly long _start;
    private long _wakeAt = long.MaxValue;
    private long _startedAt;

    /// <summary>When the clock was set forward, if no call was sent and answered since; otherwise 0.</summary>
    private long _setAt;

    internal QuotaLedger(TimeProvider time, Func<Task>? release = null, string tenant = "", IQuotaStore? store = null, ILogger? logger = null)
    {
        _time = time;
        _start = time.GetTimestamp();
        _release = release;
        _exchange = store is null ? null : new(this, store, tenant, logger ?? NullLogger.Instance);
        _clockGate.Shut(0);
    }

    private bool AnyWaits => _waiting[0] + _waiting[1] > 0;

    /// <summary>The local time in UTC ticks. It never goes back: a clock that is set back neither prolongs a wait nor opens a window twice.</summary>
    private long Now
    {
        get
        {
            var elapsed = _time.GetElapsedTime(_start).Ticks;
            var startedAt = Math.Max(_startedAt, _time.GetUtcNow().UtcTicks - elapsed);
            _setAt = startedAt - _startedAt > LeastStep ? startedAt + elapsed : _setAt;
            _startedAt = startedAt;
            return startedAt + elapsed;
        }
    }

    /// <summary>Ends the use of the ledger by a client.</summary>
    /// <returns>A task that ends as that of <see cref="GiveBack"/> does, if it was the last client.</returns>
    public Task Release() => _release?.Invoke() ?? Task.CompletedTask;

    /// <summary>The last client of the ledger was disposed. Call <see cref="GiveBack"/> next.</summary>
    public void Suspend() => _exchange?.Suspend();

    /// <summary>What the host holds is given back to the quota store, unless the ledger has a client again.</summary>
    /// <returns>A task that ends when the store has it, or after some seconds. It does not fail.</returns>
    public Task GiveBack() => _exchange?.GiveBack() ?? Task.CompletedTask;

    /// <summary>The ledger has a client again.</summary>
    public void Resume() => _exchange?.Resume();

    /// <summary>Whether nothing is lost with the ledger: no call waits or runs, no window that has not ended has calls, and no bucket is closed.</summary>
    public bool IsIdle()
    {
        lock (_lock)
        {
            var now = Now;
            foreach (var counter in _counters.Values)
            {
                counter.Roll(_clock.Earliest(now), Latest(now));
                if (!counter.IsUnused)
                {
                    return false;
                }
            }

            return !AnyWaits && _gates.Values.All(gate => !(gate.ShutUntil > now));
        }
    }

    /// <summary>The buckets with the limits of a client, by name. The options are read the first time.</summary>
    public IReadOnlyDictionary<string, QuotaBucket> Buckets(QuotaOptions options)
    {
        lock (_lock)
        {
            return _buckets.GetValue(options, Bind);
        }
    }

    /// <summary>Takes a permit if the call need not wait for it.</summary>
    public bool TryAcquire(QuotaBucket bucket, RequestLane lane, out Permit permit)
    {
        lock (_lock)
        {
            var now = Now;
            var mayGo = !AnyWaits && MayGo(bucket, lane, now, out _);
            permit = mayGo ? Take(bucket, lane, now) : default;
            return mayGo;
        }
    }

    /// <summary>Takes a permit, immediately or when it is the call's turn.</summary>
    /// <exception cref="GainsightQuotaExceededException">The wait would be longer than <paramref name="maxWait"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before the permit was given.</exception>
    public ValueTask<Permit> AcquireAsync(QuotaBucket bucket, RequestLane lane, TimeSpan maxWait, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<Permit>(cancellationToken);
        }

        if (TryAcquire(bucket, lane, out var permit))
        {
            return new(permit);
        }

        long deadline;
        lock (_lock)
        {
            var now = Now;
            deadline = now + Math.Max(0, maxWait.Ticks);
            var foreseen = Foresee(bucket, 1, now, behind: lane);
            if (foreseen.Until > deadline)
            {
                return ValueTask.FromException<Permit>(foreseen.Exceeded(OnClock(foreseen.Until, now)));
            }
        }

        return WaitAsync(bucket, lane, deadline, cancellationToken);
    }

    /// <summary>Ends a call that got any answer except a refusal because the quota is used up.</summary>
    public void Answered(in Permit permit, DateTimeOffset? date)
    {
        lock (_lock)
        {
            var now = Now;
            End(permit, date, now);
            permit.Bucket.Gate.End(permit.BucketTrial, admitted: true);
            permit.Bucket.Gate.WasRefused = permit.Bucket.Gate.ShutUntil is not null;
            PumpIfAnyWaits(now);
        }

        _exchange?.Start();
    }

    /// <summary>Ends a call that Gainsight refused because the quota is used up. The bucket is closed for all callers until the returned time (UTC, local clock).</summary>
    public DateTimeOffset Refused(in Permit permit, DateTimeOffset? date, TimeSpan? retryAfter)
    {
        DateTimeOffset opensAt;
        lock (_lock)
        {
            var now = Now;
            End(permit, date, now);

            // The refusal belongs to the window in which the call was sent, which may have ended by now.
            var bucket = permit.Bucket;
            var shortest = bucket.Counters[bucket.Shortest];
            var sentAt = _clock.Earliest(permit.GrantedAt);
            var until = _clock.SurelyAt(shortest.EndAfter(sentAt));
            if (retryAfter is { } delay && (delay > TimeSpan.Zero || !bucket.Gate.WasRefused))
            {
                // A zero or a time in the past is believed once. No refusal lasts longer than the longest window.
                until = now + Math.Clamp(delay.Ticks, ShortestClosure.Ticks, bucket.Windows.Max(window => window.Length).Ticks);
            }
            else if (bucket.Shortest == 0)
            {
                // Only in this case it is clear which window is used up. A wrong guess would hold back every call for an hour or
                // a day. Without a guess, one call is refused each time the shortest window opens.
                shortest.Spend(sentAt);
            }

            bucket.Gate.End(permit.BucketTrial, admitted: false);
            bucket.Gate.Shut(until);
            bucket.Gate.WasRefused = true;
            _exchange?.AnnounceClosure(bucket.Name, until);
            PumpIfAnyWaits(now);
            opensAt = OnClock(until, now);
        }

        _exchange?.Start();
        return opensAt;
    }

    /// <summary>Ends a call without an answer, whether or not Gainsight received it.</summary>
    public void Unanswered(in Permit permit) => EndUnanswered(permit, long.MaxValue);

    /// <summary>Returns the permit of a call that was not sent.</summary>
    public void Return(in Permit permit) => EndUnanswered(permit, 0);

    /// <summary>A time of the ledger as the local clock will show it.</summary>
    private DateTimeOffset OnClock(long time, long now) =>
        Moments.FromTicks(time - now + _time.GetUtcNow().UtcTicks);

    /// <summary>The first time that is later than everything at which a call that is sent now can arrive.</summary>
    private long Latest(long now) => _clock.Latest(now) + (_exchange is null ? 0 : StoreExchange.Travel.Ticks);

    private void EndUnanswered(in Permit permit, long arrivedBefore)
    {
        lock (_lock)
        {
            var now = Now;
            Roll(permit.Bucket, now);
            Done(permit.Bucket, arrivedBefore);
            _clockGate.End(permit.ClockTrial, admitted: false);
            permit.Bucket.Gate.End(permit.BucketTrial, admitted: false);
            PumpIfAnyWaits(now);
        }

        _exchange?.Start();
    }

    private void End(in Permit permit, DateTimeOffset? date, long now)
    {
        _clock.Observe(date, permit.GrantedAt, now);
        _setAt = permit.GrantedAt >= _setAt ? 0 : _setAt;
        _clockGate.End(permit.ClockTrial, admitted: true);

        // Roll before the call ends, so that it counts in the windows that began while it was running. A date before the
        // begin of a window shows that the call does not belong to it after all.
        Roll(permit.Bucket, now);
        Done(permit.Bucket, date is { } answered ? answered.UtcTicks + TimeSpan.TicksPerSecond : long.MaxValue);
    }

    private Permit Take(QuotaBucket bucket, RequestLane lane, long now)
    {
        foreach (var counter in bucket.Counters)
        {
            counter.Take(lane);
            counter.LastTakenAt = now;
        }

        return new(bucket, now, _clockGate.Pass(now), bucket.Gate.Pass(now));
    }

    /// <summary>Whether a call may be sent now, and if not, what holds it up.</summary>
    private bool MayGo(QuotaBucket bucket, RequestLane lane, long now, out Hold hold)
    {
        var shortest = bucket.Windows[bucket.Shortest];
        if (!_clockGate.MayPass(now, out var askAgain))
        {
            hold = new(askAgain, shortest, HoldReason.Trial);
            return false;
        }

        if (!bucket.Gate.MayPass(now, out askAgain))
        {
            hold = new(askAgain, shortest, bucket.Gate.ShutUntil > now ? HoldReason.Refusal : HoldReason.Trial);
            return false;
        }

        hold = default;
        var hasRoom = true;
        for (var i = 0; i < bucket.Counters.Length; i++)
        {
            var counter = bucket.Counters[i];
            counter.Roll(_clock.Earliest(now), Latest(now));
            if (!counter.HasRoom(bucket.Limits[i], out var freeAt))
            {
                hasRoom = false;
                counter.BlockedIn[(int)lane] = _pass;
                hold = hold.LaterOf(new(_clock.SurelyAt(freeAt), bucket.Windows[i], HoldReason.Room));
            }
        }

        return hasRoom && (_exchange is null || _exchange.HasPermit(bucket, lane, now, out hold));
    }

    private void PumpIfAnyWaits(long now)
    {
        if (AnyWaits)
        {
            Pump(now);
        }
    }

    private void Roll(QuotaBucket bucket, long now)
    {
        foreach (var counter in bucket.Counters)
        {
            counter.Roll(_clock.Earliest(now), Latest(now));
        }
    }

    private static void Done(QuotaBucket bucket, long arrivedBefore)
    {
        foreach (var counter in bucket.Counters)
        {
            counter.Done(arrivedBefore);
        }
    }

    private Dictionary<string, QuotaBucket> Bind(QuotaOptions options)
    {
        Dictionary<string, QuotaBucket> buckets = new(StringComparer.Ordinal);
        foreach ((var name, var windows) in options.Buckets)
        {
            if (!_gates.TryGetValue(name, out var gate))
            {
                _gates.Add(name, gate = new());
            }

            buckets.Add(name, new(name, gate, windows, options.Share, CounterOf) { ShareWithoutStore = options.ShareWithoutStore });
        }

        return buckets;
    }

    private WindowCounter CounterOf(QuotaWindow window)
    {
        if (!_counters.TryGetValue((window.Name, window.Length), out var counter))
        {
            _counters.Add((window.Name, window.Length), counter = new(window.Length, isShared: _exchange is not null));
        }

        return counter;
    }

    /// <summary>The right to send one call. Its holder reports the end of the call to the ledger exactly once.</summary>
    /// <param name="Bucket">The bucket in which the call counts.</param>
    /// <param name="GrantedAt">The time of the permit, in local UTC ticks.</param>
    /// <param name="ClockTrial">The number of the trial for the server's clock that this call is, or 0.</param>
    /// <param name="BucketTrial">The number of the trial for a closed bucket that this call is, or 0.</param>
    internal readonly record struct Permit(QuotaBucket Bucket, long GrantedAt, int ClockTrial, int BucketTrial);
}
