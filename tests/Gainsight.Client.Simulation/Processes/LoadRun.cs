using System.Diagnostics;

namespace Gainsight.Client.Simulation;

/// <summary>Measures how many requests for a permit a server answers in a second, with many tenants.</summary>
internal static class LoadRun
{
    private const int Callers = 64;

    public static async Task<double> RunAsync(StoreKind kind, int tenants, TimeSpan duration)
    {
        var server = await StoreServer.StartAsync(kind).ConfigureAwait(false);
        await using var running = server.ConfigureAwait(false);
        var store = ProcessWorker.Create(kind, server.Connection);
        _ = await store.TakeAsync(Request(0, 0)).ConfigureAwait(false);
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            var count = 0;
            for (; watch.Elapsed < duration; count++)
            {
                _ = await store.TakeAsync(Request(((count * Callers) + caller) % tenants, count)).ConfigureAwait(false);
            }

            return count;
        })).ConfigureAwait(false);
        var seconds = watch.Elapsed.TotalSeconds;
        (store as IDisposable)?.Dispose();
        return counts.Sum() / seconds;
    }

    // The two windows of most calls.
    private static QuotaRequest Request(int tenant, int number) => new(
        $"tenant{tenant}.example:443", QuotaBuckets.Sync, 0, 1,
        [new("sync-minute", TimeSpan.FromMinutes(1), 1_000 + (number / 1_000), 100, 100, 0), new("sync-day", TimeSpan.FromDays(1), 7, 50_000, 50_000, 0)]);
}
