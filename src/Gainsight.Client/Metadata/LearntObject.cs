namespace Gainsight.Client;

/// <summary>What the calls of a client learnt of one object of the tenant. Safe for threads.</summary>
internal sealed class LearntObject
{
    private readonly int[] _callSizes = new int[5];
    private volatile bool _honorsOffset;
    private volatile bool _sortsByKey;
    private int _keepsGoodRows;

    /// <summary>Whether its queries are known to honour an offset.</summary>
    public bool HonorsOffset
    {
        get => _honorsOffset;
        set => _honorsOffset = value;
    }

    /// <summary>Whether its queries are known to sort by the key (<see cref="OrderCheck"/>).</summary>
    public bool SortsByKey
    {
        get => _sortsByKey;
        set => _sortsByKey = value;
    }

    /// <summary>Whether the tenant writes the good rows of calls that it refuses. It documents that it does not. Null until the tenant has shown it.</summary>
    public bool? KeepsGoodRows
    {
        get => Volatile.Read(ref _keepsGoodRows) is not 0 and var known ? known > 0 : null;
        set => Volatile.Write(ref _keepsGoodRows, value switch
        {
            null => 0,
            true => 1,
            false => -1,
        });
    }

    /// <summary>The most rows that the tenant takes in one call, where it took fewer than documented; otherwise the documented number.</summary>
    public int CallSize(int kind, int documented) =>
        Volatile.Read(ref _callSizes[kind]) is > 0 and var size ? Math.Min(size, documented) : documented;

    /// <summary>Notes a number of rows that the tenant takes. The smallest is kept.</summary>
    public void Limit(int kind, int size)
    {
        ref var known = ref _callSizes[kind];
        for (var last = Volatile.Read(ref known); last == 0 || size < last;)
        {
            var now = Interlocked.CompareExchange(ref known, size, last);
            if (now == last)
            {
                return;
            }

            last = now;
        }
    }
}
