using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>Counts the calls of all clients of a tenant in this process against the tenant's windows, and lets the calls go in turn.</summary>
/// <remarks>
/// The counts are the ledger's and the limits the client's: clients with different shares see each other's calls. A call is
/// let go when every window of its bucket has room in every instance that the server's clock may be in, so that a window is
/// used alone up to a second late, and never too early.
/// </remarks>
internal sealed partial class QuotaLedger
{
    // By clock first, weakly: a test's clock takes its ledgers along.
    private static readonly ConditionalWeakTable<TimeProvider, ConcurrentDictionary<string, QuotaLedger>> Ledgers = [];

    private readonly object _lock = new();
    private readonly TimeProvider _time;
    private readonly ServerClock _clock = new();
    private readonly SingleCallGate _clockGate = new();
    private readonly Dictionary<string, SingleCallGate> _gates = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, TimeSpan Length), WindowCounter> _counters = [];
    private readonly ConditionalWeakTable<QuotaOptions, Dictionary<string, QuotaBucket>> _buckets = [];

    internal QuotaLedger(TimeProvider time)
    {
        _time = time;
        _clockGate.Shut(0);
    }

    private long Now => _time.GetUtcNow().UtcTicks;

    /// <summary>The ledger of a tenant in this process.</summary>
    public static QuotaLedger For(string host, TimeProvider time) =>
        Ledgers.GetValue(time, static _ => new(StringComparer.OrdinalIgnoreCase)).GetOrAdd(host, static (_, time) => new(time), time);

    /// <summary>The buckets with the limits of a client, by name. The options are read the first time.</summary>
    public IReadOnlyDictionary<string, QuotaBucket> Buckets(QuotaOptions options)
    {
        lock (_lock)
        {
            return _buckets.GetValue(options, Bind);
        }
    }

    /// <summary>How long it would take until so many calls could be sent, were nobody else to call; for progress reports.</summary>
    public TimeSpan EstimateWait(string bucket, int calls, QuotaOptions options)
    {
        var target = Buckets(options)[bucket];
        lock (_lock)
        {
            var now = Now;
            return calls < 1 ? TimeSpan.Zero : TimeSpan.FromTicks(Math.Max(0, Foresee(target, calls, now).Until - now));
        }
    }

    /// <summary>The earliest that the server's clock can have shown at a time of the local one.</summary>
    public DateTimeOffset ServerTime(DateTimeOffset local)
    {
        lock (_lock)
        {
            return new(_clock.Earliest(local.UtcTicks), TimeSpan.Zero);
        }
    }

    /// <summary>What is left, by the limits of a client.</summary>
    public QuotaSnapshot Snapshot(QuotaOptions options)
    {
        var buckets = Buckets(options);
        lock (_lock)
        {
            var now = Now;
            List<QuotaWindowStatus> windows = [];
            Dictionary<string, DateTimeOffset> closed = new(StringComparer.Ordinal);
            foreach (var bucket in buckets.Values)
            {
                Roll(bucket, now);
                for (var i = 0; i < bucket.Windows.Length; i++)
                {
                    if (!windows.Exists(window => window.Name == bucket.Windows[i].Name))
                    {
                        var counter = bucket.Counters[i];
                        DateTimeOffset resetsAt = new(_clock.SurelyAt(counter.EndsAt), TimeSpan.Zero);
                        windows.Add(new(bucket.Windows[i].Name, bucket.Limits[i], Math.Min(counter.Used, bucket.Limits[i]), resetsAt));
                    }
                }

                if (bucket.Gate.ShutUntil is { } until)
                {
                    closed.Add(bucket.Name, new(Math.Max(until, now), TimeSpan.Zero));
                }
            }

            return new QuotaSnapshot
            {
                Windows = windows,
                ClosedBuckets = closed,
                WaitingInteractive = _waiting[(int)RequestLane.Interactive],
                WaitingBulk = _waiting[(int)RequestLane.Bulk],
            };
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

            buckets.Add(name, new(name, gate, windows, options.Share, CounterOf));
        }

        return buckets;
    }

    private WindowCounter CounterOf(QuotaWindow window)
    {
        if (!_counters.TryGetValue((window.Name, window.Length), out var counter))
        {
            _counters.Add((window.Name, window.Length), counter = new(window.Length));
        }

        return counter;
    }
}
