namespace Gainsight.Client;

/// <summary>Counts the requests that one piece of work sends.</summary>
internal sealed class CallCounter
{
    private readonly Dictionary<string, long> _ended = new(StringComparer.Ordinal);
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    /// <summary>Cancelled when the work is over. Its calls that still wait for a permit are then not sent. Calls that were sent go on.</summary>
    public CancellationToken Withdrawn { get; init; }

    /// <summary>The requests of calls that have ended, by bucket: the cost of the rows that are done.</summary>
    public KeyValuePair<string, long>[] Ended
    {
        get
        {
            lock (_ended)
            {
                return [.. _ended];
            }
        }
    }

    public void Increment() => Interlocked.Increment(ref _count);

    /// <summary>Records the end of a call and the number of its requests.</summary>
    public void End(string? bucket, int requests)
    {
        if (bucket is not null)
        {
            lock (_ended)
            {
                _ended[bucket] = _ended.GetValueOrDefault(bucket) + requests;
            }
        }
    }
}
