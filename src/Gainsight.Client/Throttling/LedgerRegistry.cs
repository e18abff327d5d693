namespace Gainsight.Client;

/// <summary>The ledgers of a clock, by tenant. A ledger without clients is kept until its calls no longer count, so that a tenant that comes back finds them.</summary>
internal sealed class LedgerRegistry(TimeProvider time)
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _ledgers = new(StringComparer.OrdinalIgnoreCase);
    private long _sweptAt = time.GetTimestamp();

    /// <summary>The number of ledgers that are kept.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _ledgers.Count;
            }
        }
    }

    /// <summary>The ledger of a tenant, for one more client.</summary>
    public QuotaLedger Rent(string host)
    {
        lock (_lock)
        {
            if (!_ledgers.TryGetValue(host, out var entry))
            {
                Sweep();
                _ledgers.Add(host, entry = new(new QuotaLedger(time, () => Return(host))));
            }

            entry.Clients++;
            return entry.Ledger;
        }
    }

    /// <summary>Ends the use of a tenant's ledger by a client.</summary>
    private void Return(string host)
    {
        lock (_lock)
        {
            var entry = _ledgers[host];
            entry.Clients--;
            if (entry.IsForgettable)
            {
                _ledgers.Remove(host);
            }
        }
    }

    /// <summary>Removes ledgers whose calls no longer count, at most once a minute.</summary>
    private void Sweep()
    {
        var now = time.GetTimestamp();
        if (time.GetElapsedTime(_sweptAt, now) < SweepInterval)
        {
            return;
        }

        _sweptAt = now;
        foreach ((var host, var entry) in _ledgers)
        {
            if (entry.IsForgettable)
            {
                _ledgers.Remove(host);
            }
        }
    }

    private sealed class Entry(QuotaLedger ledger)
    {
        public QuotaLedger Ledger { get; } = ledger;

        public int Clients { get; set; }

        public bool IsForgettable => Clients == 0 && Ledger.IsIdle();
    }
}
