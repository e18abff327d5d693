namespace Gainsight.Client;

/// <summary>Counts the requests that one piece of work puts on the wire.</summary>
internal sealed class CallCounter
{
    private readonly Dictionary<string, long> _ended = new(StringComparer.Ordinal);
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    /// <summary>The requests of calls that came to an end, by the bucket that they were charged to: what the rows that are decided have cost.</summary>
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

    /// <summary>Notes that a call came to an end, after so many requests.</summary>
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
