namespace Gainsight.Client.Benchmarks;

/// <summary>Exact numbers of bytes, as the runtime counts them for this thread.</summary>
internal static class Allocated
{
    /// <summary>The bytes that one run allocates on this thread after warm-up.</summary>
    /// <remarks>The minimum of several runs, because occasional allocations of the runtime, such as growing a pool, do not belong to the work.</remarks>
    public static long By(Action work, int runs = 10)
    {
        work();
        var fewest = long.MaxValue;
        for (var run = 0; run < runs; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            work();
            fewest = Math.Min(fewest, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return fewest;
    }
}
