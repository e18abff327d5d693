namespace Gainsight.Client;

/// <summary>Counts the requests that one piece of work puts on the wire, by the bucket that they are charged to.</summary>
internal sealed class CallCounter
{
    private readonly Dictionary<string, long> _byBucket = new(StringComparer.Ordinal);
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    /// <summary>The requests charged to each bucket so far.</summary>
    public KeyValuePair<string, long>[] ByBucket
    {
        get
        {
            lock (_byBucket)
            {
                return [.. _byBucket];
            }
        }
    }

    public void Increment(string? bucket)
    {
        Interlocked.Increment(ref _count);
        if (bucket is not null)
        {
            lock (_byBucket)
            {
                _byBucket[bucket] = _byBucket.GetValueOrDefault(bucket) + 1;
            }
        }
    }
}
