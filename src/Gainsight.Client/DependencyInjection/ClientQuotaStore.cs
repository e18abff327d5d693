namespace Gainsight.Client;

/// <summary>The quota store of the clients of a handler chain. The factory asks for it in its constructor, so the container disposes it after the clients, which give permits back.</summary>
internal sealed class ClientQuotaStore(string httpClient, IQuotaStore store) : IDisposable, IAsyncDisposable
{
    public string HttpClient { get; } = httpClient;

    public IQuotaStore Store { get; } = store;

    public void Dispose()
    {
        if (Store is IDisposable disposable)
        {
            disposable.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Store is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            Dispose();
        }
    }

    /// <summary>Says that the clients of a handler chain have a store.</summary>
    internal sealed record Registration(string HttpClient);
}
