using System.Globalization;

namespace Gainsight.Client.Simulation;

/// <summary>A client process: makes its calls through a client with the store, and tells how often it asked the store.</summary>
internal static class ProcessWorker
{
    public static async Task RunAsync(Uri address, string key, ProcessSettings settings, string connection, int calls, double skewSeconds)
    {
        var inner = Create(settings.Store, connection);
        CountingStore store = new(inner);
        var gainsight = Client(address, key, settings, store, calls, skewSeconds);
        using CancellationTokenSource end = new();
        var ended = EndAsync(end);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => CallAsync(gainsight, settings.Interactive, end.Token))).ConfigureAwait(false);

        // Only a host that still runs can report what it took, when the server loses its memory.
        Console.WriteLine();
        await ended.ConfigureAwait(false);
        await gainsight.DisposeAsync().ConfigureAwait(false);
        Console.WriteLine(store.RoundTrips.ToString(CultureInfo.InvariantCulture));
        (inner as IDisposable)?.Dispose();
    }

    public static IQuotaStore Create(StoreKind kind, string connection) =>
        kind == StoreKind.PostgreSql ? new PostgreSqlQuotaStore(connection, createTables: true) : new RedisQuotaStore(connection);

    private static GainsightClient Client(Uri address, string key, ProcessSettings settings, IQuotaStore store, int calls, double skewSeconds)
    {
        GainsightClientOptions options = new()
        {
            BaseAddress = address,
            Credential = new AccessKeyCredential(key),
            TimeProvider = new SkewedTime(TimeSpan.FromSeconds(skewSeconds)),
            Quota = { Store = store, MaxCalls = calls },
        };
        foreach (var bucket in options.Quota.Buckets.Keys.ToArray())
        {
            options.Quota.Buckets[bucket] = [.. options.Quota.Buckets[bucket].Select(window => window.Name == "sync-minute" ? window with { Length = TimeSpan.FromSeconds(settings.WindowSeconds) } : window)];
        }

        return new(options);
    }

    private static async Task EndAsync(CancellationTokenSource end)
    {
        // A read of the console blocks its thread.
        _ = await Task.Run(Console.In.ReadToEnd).ConfigureAwait(false);
        await end.CancelAsync().ConfigureAwait(false);
    }

    /// <summary>Makes calls until the client's number of calls is used up, or the process is to end.</summary>
    private static async Task CallAsync(GainsightClient gainsight, bool interactive, CancellationToken end)
    {
        try
        {
            while (true)
            {
                if (interactive)
                {
                    await gainsight.CheckConnectionAsync(end).ConfigureAwait(false);
                    continue;
                }

                await foreach (var _ in gainsight.Companies.Query().ReadAsync(new ReadOptions { PageSize = 1 }, end).ConfigureAwait(false))
                {
                    // Each row is a call.
                }
            }
        }
        catch (Exception exception) when (exception is GainsightQuotaExceededException || (exception is OperationCanceledException && end.IsCancellationRequested))
        {
            // The work is done.
        }
    }

    private sealed class SkewedTime(TimeSpan offset) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + offset;
    }

    private sealed class CountingStore(IQuotaStore store) : IQuotaStore
    {
        private int _roundTrips;

        public int RoundTrips => Volatile.Read(ref _roundTrips);

        public ValueTask<QuotaGrant> TakeAsync(QuotaRequest request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _roundTrips);
            return store.TakeAsync(request, cancellationToken);
        }

        public ValueTask CloseAsync(string tenant, string bucket, DateTimeOffset until, TimeSpan duration, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _roundTrips);
            return store.CloseAsync(tenant, bucket, until, duration, cancellationToken);
        }

        public ValueTask<IAsyncDisposable> ListenAsync(string tenant, Action<QuotaNotice> listener, CancellationToken cancellationToken) => store.ListenAsync(tenant, listener, cancellationToken);
    }
}
