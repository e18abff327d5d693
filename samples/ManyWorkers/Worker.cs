using Gainsight.Client;

namespace ManyWorkers;

/// <summary>A host: reads companies page by page, until it made its calls.</summary>
internal sealed class Worker : IAsyncDisposable
{
    /// <summary>The sample's window is short, so that a run shows several of them. Gainsight's is a minute with 100 calls.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    public const int Limit = 20;
    public const int Calls = 15;

    private readonly IQuotaStore _store;
    private readonly GainsightClient _gainsight;

    public Worker(Uri address, string key, IQuotaStore store)
    {
        _store = store;
        var options = new GainsightClientOptions
        {
            BaseAddress = address,
            Credential = new AccessKeyCredential(key),
            Quota = { Store = store, MaxCalls = Calls },
        };
        foreach (var (bucket, windows) in options.Quota.Buckets.ToArray())
        {
            options.Quota.Buckets[bucket] =
                [.. windows.Select(window => window.Name == "sync-minute" ? window with { Length = Window, Limit = Limit } : window)];
        }

        _gainsight = new GainsightClient(options);
    }

    public async Task RunAsync(Action called, CancellationToken cancellationToken)
    {
        try
        {
            // Small pages, because each of them is a call.
            await foreach (var _ in _gainsight.Companies.Query().ReadPagesAsync(new ReadOptions { PageSize = 10 }, cancellationToken))
            {
                called();
            }
        }
        catch (GainsightQuotaExceededException)
        {
            // Quota.MaxCalls: the worker has made its calls.
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Waits until the permits that the worker did not use are given back.
        await _gainsight.DisposeAsync();
        (_store as IDisposable)?.Dispose();
    }
}
