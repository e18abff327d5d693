namespace Gainsight.Client;

/// <summary>A bucket for the clients with the same options: the ledger's counters, the limits of these clients, and their waiting calls.</summary>
internal sealed class QuotaBucket
{
    private readonly LinkedList<QuotaWaiter>[] _queues = [new(), new()];

    public QuotaBucket(string name, SingleCallGate gate, IReadOnlyList<QuotaWindow> windows, double share, Func<QuotaWindow, WindowCounter> counterOf)
    {
        Name = name;
        Gate = gate;
        Windows = [.. windows];
        Counters = [.. windows.Select(counterOf)];
        Limits = Array.ConvertAll(Windows, window => PartOf(window.Limit, share));
        Shortest = Array.IndexOf(Windows, windows.MinBy(window => window.Length));
    }

    public string Name { get; }

    /// <summary>Shut while Gainsight refuses calls of the bucket. Shared by all clients.</summary>
    public SingleCallGate Gate { get; }

    public QuotaWindow[] Windows { get; }

    /// <summary>The counters of <see cref="Windows"/>. Shared by all clients and all buckets that have the window.</summary>
    public WindowCounter[] Counters { get; }

    /// <summary>The number of calls that these clients may make in each of <see cref="Windows"/>.</summary>
    public int[] Limits { get; }

    /// <summary>The index of the shortest of <see cref="Windows"/>. A closed bucket opens with this window.</summary>
    public int Shortest { get; }

    /// <summary>For each lane, the last pass of the queue that found the lane held up.</summary>
    public long[] HeldUpIn { get; } = new long[2];

    /// <summary>The part of the limits that these clients use while the quota store is away.</summary>
    public double ShareWithoutStore { get; init; }

    /// <summary>The last pass of the queue in which a call of the bucket needed a permit of the quota store.</summary>
    public long LackedIn { get; set; }

    /// <summary>The number of permits that the quota store is asked for when bulk calls wait.</summary>
    public int Block { get; set; }

    /// <summary>When the quota store granted the last block, in local UTC ticks.</summary>
    public long BlockAt { get; set; }

    public IEnumerable<QuotaWaiter> Waiters => _queues[0].Concat(_queues[1]);

    public bool HasWaiters => _queues[0].Count + _queues[1].Count > 0;

    /// <summary>The first waiting call of a lane.</summary>
    public QuotaWaiter? First(RequestLane lane) => _queues[(int)lane].First?.Value;

    public int Waiting(RequestLane lane) => _queues[(int)lane].Count;

    public void Enqueue(QuotaWaiter waiter)
    {
        waiter.Node = _queues[(int)waiter.Lane].AddLast(waiter);
        CountWaiting(waiter.Lane, 1);
    }

    public void Remove(QuotaWaiter waiter)
    {
        _queues[(int)waiter.Lane].Remove(waiter.Node!);
        waiter.Node = null;
        CountWaiting(waiter.Lane, -1);
    }

    /// <summary>A part of a limit, at least one call.</summary>
    public static int PartOf(int limit, double share)
    {
        // The addend compensates for binary rounding: 100 * 0.29 is 28.999…
        return Math.Max(1, (int)Math.Floor((limit * share) + 1e-6));
    }

    private void CountWaiting(RequestLane lane, int count)
    {
        foreach (var counter in Counters)
        {
            counter.AddWaiting(lane, count);
        }
    }
}
