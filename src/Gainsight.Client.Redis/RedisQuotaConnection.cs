using System.Diagnostics.CodeAnalysis;
using StackExchange.Redis;

namespace Gainsight.Client;

/// <summary>The connection of a store. It is made with the first request, and again with the next one when that failed.</summary>
/// <param name="connect">Makes the connection.</param>
/// <param name="isOwned">Whether the connection is disposed with this.</param>
internal sealed class RedisQuotaConnection(Func<Task<IConnectionMultiplexer>> connect, bool isOwned) : IDisposable
{
    private readonly object _lock = new();
    private Task<IConnectionMultiplexer>? _connecting;
    private bool _isDisposed;

    /// <summary>Waits for the connection. When nobody waited for an attempt that failed, the next one learns why.</summary>
    public async Task<IConnectionMultiplexer> GetAsync(CancellationToken cancellationToken)
    {
        Task<IConnectionMultiplexer> connecting;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(RedisQuotaStore));
            connecting = _connecting ??= connect();
        }

        try
        {
            return await connecting.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
            {
                if (_connecting == connecting && (connecting.IsFaulted || connecting.IsCanceled))
                {
                    _connecting = null;
                }
            }
        }
    }

    public void Dispose()
    {
        Task<IConnectionMultiplexer>? connecting;
        lock (_lock)
        {
            (connecting, _connecting, _isDisposed) = (_connecting, null, true);
        }

        if (isOwned && connecting is not null)
        {
            _ = DisposeAsync(connecting);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A connection that was not made need not be disposed.")]
    private static async Task DisposeAsync(Task<IConnectionMultiplexer> connecting)
    {
        try
        {
            // Without blocking the caller while a server does not answer.
            await (await connecting.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception)
        {
            // There is no connection.
        }
    }
}
