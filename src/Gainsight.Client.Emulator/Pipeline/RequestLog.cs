namespace Gainsight.Client.Emulator;

/// <summary>
/// The requests that were served, refused, cut or canceled, in the order of arrival. It holds the last <see cref="Capacity"/> requests; the
/// counts are of all requests since the last <see cref="Clear"/>. Thread-safe.
/// </summary>
public sealed class RequestLog
{
    private readonly object _sync = new();
    private readonly Queue<RequestLogEntry> _entries = [];
    private readonly Dictionary<string, int> _operations = new(StringComparer.Ordinal);
    private readonly Dictionary<FaultKind, int> _faults = [];
    private readonly HashSet<long> _late = [];
    private int _count;
    private int _capacity = 100_000;

    /// <summary>Which requests the server prints.</summary>
    internal RequestLogLevel Level { get; set; }

    internal RequestLog()
    {
    }

    /// <summary>The number of requests to hold. Older ones are forgotten, but stay counted. Default: 100,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int Capacity
    {
        get
        {
            lock (_sync)
            {
                return _capacity;
            }
        }

        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            lock (_sync)
            {
                _capacity = value;
                Trim();
            }
        }
    }

    /// <summary>The number of requests.</summary>
    public int Count
    {
        get
        {
            lock (_sync)
            {
                return _count;
            }
        }
    }

    /// <summary>Counts the requests of an operation.</summary>
    /// <param name="operation">One of <see cref="EmulatorOperations"/>.</param>
    /// <returns>The number.</returns>
    public int CountOf(string operation)
    {
        lock (_sync)
        {
            return _operations.GetValueOrDefault(operation);
        }
    }

    /// <summary>Counts the firings of a kind of fault.</summary>
    /// <param name="fault">The kind of fault.</param>
    /// <returns>The number.</returns>
    public int CountOf(FaultKind fault)
    {
        lock (_sync)
        {
            return _faults.GetValueOrDefault(fault);
        }
    }

    /// <summary>Copies the entries that the log holds.</summary>
    /// <returns>The entries in the order of arrival.</returns>
    public IReadOnlyList<RequestLogEntry> Snapshot()
    {
        lock (_sync)
        {
            return [.. _entries.Select(entry => _late.Contains(entry.Sequence) ? entry with { Committed = true } : entry).OrderBy(entry => entry.Sequence)];
        }
    }

    /// <summary>Removes all entries and starts to count from 0.</summary>
    public void Clear()
    {
        lock (_sync)
        {
            _entries.Clear();
            _late.Clear();
            _operations.Clear();
            _faults.Clear();
            _count = 0;
        }
    }

    internal void Add(RequestLogEntry entry)
    {
        lock (_sync)
        {
            _entries.Enqueue(entry);
            _count++;
            if (entry.Operation is { } operation)
            {
                _operations[operation] = _operations.GetValueOrDefault(operation) + 1;
            }

            if (entry.Fault is { } fault)
            {
                _faults[fault] = _faults.GetValueOrDefault(fault) + 1;
            }

            Trim();
        }
    }

    /// <summary>Marks a late request that has changed the tenant.</summary>
    internal void Commit(RequestContext context)
    {
        lock (_sync)
        {
            if (context.Committed && _late.Count < _capacity)
            {
                _ = _late.Add(context.Sequence);
            }
        }
    }

    /// <summary>Whether a request has changed the tenant, at once or late.</summary>
    internal bool IsCommitted(RequestLogEntry entry)
    {
        lock (_sync)
        {
            return entry.Committed || _late.Contains(entry.Sequence);
        }
    }

    private void Trim()
    {
        while (_entries.Count > _capacity)
        {
            _ = _late.Remove(_entries.Dequeue().Sequence);
        }
    }
}
