namespace Gainsight.Client.Emulator;

/// <summary>All requests that were served, refused, cut or canceled, in the order of arrival. Thread-safe.</summary>
public sealed class RequestLog
{
    private readonly object _sync = new();
    private readonly List<RequestLogEntry> _entries = [];

    internal RequestLog()
    {
    }

    /// <summary>The number of requests.</summary>
    public int Count
    {
        get
        {
            lock (_sync)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>Counts the requests of an operation.</summary>
    /// <param name="operation">One of <see cref="EmulatorOperations"/>.</param>
    /// <returns>The number.</returns>
    public int CountOf(string operation) => CountWhere(entry => entry.Operation == operation);

    /// <summary>Counts the firings of a kind of fault.</summary>
    /// <param name="fault">The kind of fault.</param>
    /// <returns>The number.</returns>
    public int CountOf(FaultKind fault) => CountWhere(entry => entry.Fault == fault);

    /// <summary>Copies the current entries.</summary>
    /// <returns>The entries in the order of arrival.</returns>
    public IReadOnlyList<RequestLogEntry> Snapshot()
    {
        lock (_sync)
        {
            return [.. _entries.OrderBy(entry => entry.Sequence)];
        }
    }

    /// <summary>Removes all entries.</summary>
    public void Clear()
    {
        lock (_sync)
        {
            _entries.Clear();
        }
    }

    internal void Add(RequestLogEntry entry)
    {
        lock (_sync)
        {
            _entries.Add(entry);
        }
    }

    private int CountWhere(Func<RequestLogEntry, bool> predicate)
    {
        lock (_sync)
        {
            return _entries.Count(predicate);
        }
    }
}
