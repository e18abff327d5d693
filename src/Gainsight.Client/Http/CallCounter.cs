namespace Gainsight.Client;

/// <summary>Counts the requests that one piece of work puts on the wire.</summary>
internal sealed class CallCounter
{
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    public void Increment() => Interlocked.Increment(ref _count);
}
