namespace Gainsight.Client.Emulator;

/// <summary>
/// Every request that has been answered, refused, cut or given up, in order of arrival. Thread-safe.
/// </summary>
public sealed class RequestLog
{
    private readonly object _sync = new();
    private readonly List<RequestLogEntry> _entries = [];

    internal RequestLog()
    {
    }

    /// <summary>How many requests there were.</summary>
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

    /// <summary>How many requests there were of an operation.</summary>
    /// <param name="operation">One of <see cref="EmulatorOperations"/>.</param>
    /// <returns>The number.</returns>
    public int CountOf(string operation) => CountWhere(entry => entry.Operation == operation);

    /// <summary>How many times a fault fired.</summary>
    /// <param name="fault">The kind of fault.</param>
    /// <returns>The number.</returns>
    public int CountOf(FaultKind fault) => CountWhere(entry => entry.Fault == fault);

    /// <summary>A copy of the entries as they are now.</summary>
    /// <returns>The entries, in order of arrival.</returns>
    public IReadOnlyList<RequestLogEntry> Snapshot()
    {
        lock (_sync)
        {
            return [.. _entries.OrderBy(entry => entry.Sequence)];
        }
    }

    /// <summary>Forgets all entries.</summary>
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
