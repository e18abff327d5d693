namespace Gainsight.Client;

/// <summary>Remembers the keys of rows that were just inserted, and until when a read that does not find them proves nothing.</summary>
internal sealed class RecentInserts
{
    /// <summary>More are written by one process in a few seconds only where the quota is far larger than Gainsight's.</summary>
    private const int Capacity = 10_000;

    private readonly Lock _sync = new();
    private readonly Dictionary<string, DateTimeOffset> _shownBy = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Notes that a row was inserted; what is long shown, or too much, is forgotten.</summary>
    public void Add(string key, DateTimeOffset now, TimeSpan settleDelay)
    {
        lock (_sync)
        {
            while (_order.TryPeek(out var oldest) && (_order.Count >= Capacity || _shownBy.GetValueOrDefault(oldest) <= now))
            {
                _shownBy.Remove(_order.Dequeue());
            }

            _shownBy[key] = now + settleDelay;
            _order.Enqueue(key);
        }
    }

    /// <summary>When the tenant shows the row of a key for certain; null when it was not inserted lately.</summary>
    public DateTimeOffset? ShownBy(string key)
    {
        lock (_sync)
        {
            return _shownBy.TryGetValue(key, out var shownBy) ? shownBy : null;
        }
    }
}
