namespace Gainsight.Client.Benchmarks;

/// <summary>Exact bytes, as the runtime counts them for this thread.</summary>
internal static class Allocated
{
    /// <summary>The bytes that one run allocates on this thread, once everything is warm.</summary>
    /// <remarks>The fewest of several runs: what the runtime does now and then, such as growing a pool, is not the work's.</remarks>
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
