using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Gainsight.Client;

/// <summary>The ledgers of a clock, by tenant and quota store. A ledger without clients is kept until its calls no longer count, so that a tenant that comes back finds them.</summary>
internal sealed class LedgerRegistry(TimeProvider time)
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);

    // The clock is held weakly: the ledgers of a test's clock are collected with it.
    private static readonly ConditionalWeakTable<TimeProvider, LedgerRegistry> Registries = [];

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Host, IQuotaStore? Store), Entry> _ledgers = [];
    private long _sweptAt = time.GetTimestamp();

    /// <summary>The ledgers of a clock in this process.</summary>
    public static LedgerRegistry Of(TimeProvider time) => Registries.GetValue(time, static time => new(time));

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

    /// <summary>The ledger of a tenant, for one more client, which releases it.</summary>
    /// <remarks>Clients of one store share a ledger. Those of another store, or without one, are like another host.</remarks>
    public QuotaLedger Rent(string host, IQuotaStore? store = null, ILogger? logger = null)
    {
        var key = (host.ToLowerInvariant(), store);
        lock (_lock)
        {
            if (!_ledgers.TryGetValue(key, out var entry))
            {
                Sweep();
                _ledgers.Add(key, entry = new(new QuotaLedger(time, () => Return(key), key.Item1, store, logger)));
            }

            entry.Clients++;
            entry.Ledger.Resume();
            return entry.Ledger;
        }
    }

    /// <summary>Ends the use of a tenant's ledger by a client.</summary>
    private Task Return((string Host, IQuotaStore? Store) key)
    {
        QuotaLedger? unused = null;
        lock (_lock)
        {
            var entry = _ledgers[key];
            entry.Clients--;
            if (entry.Clients == 0)
            {
                // In the lock, so that a client that is made meanwhile resumes the ledger after this.
                unused = entry.Ledger;
                unused.Suspend();
            }

            if (entry.IsForgettable)
            {
                _ledgers.Remove(key);
            }
        }

        return unused?.GiveBack() ?? Task.CompletedTask;
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
        foreach ((var key, var entry) in _ledgers)
        {
            if (entry.IsForgettable)
            {
                _ledgers.Remove(key);
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
