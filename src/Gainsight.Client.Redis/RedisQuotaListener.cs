using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using StackExchange.Redis;

namespace Gainsight.Client;

/// <summary>Hears what other hosts do in Redis.</summary>
internal sealed class RedisQuotaListener : IAsyncDisposable
{
    private readonly IConnectionMultiplexer _connection;
    private readonly RedisChannel _channel;
    private readonly Action<QuotaNotice> _listener;

    private RedisQuotaListener(IConnectionMultiplexer connection, RedisChannel channel, Action<QuotaNotice> listener)
    {
        _connection = connection;
        _channel = channel;
        _listener = listener;
    }

    public static async Task<RedisQuotaListener> StartAsync(IConnectionMultiplexer connection, RedisChannel channel, Action<QuotaNotice> listener)
    {
        RedisQuotaListener listening = new(connection, channel, listener);
        connection.ConnectionRestored += listening.Restored;
        try
        {
            await connection.GetSubscriber().SubscribeAsync(channel, listening.Hear).ConfigureAwait(false);
            return listening;
        }
        catch
        {
            // The connection keeps a subscription that failed, and subscribes when the server is back.
            await EndAsync(Task.FromResult(listening)).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Ends the listening when it has started. It does not fail.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A server that is away ends the listening as well, and there is nobody to tell.")]
    public static async Task EndAsync(Task<RedisQuotaListener>? started)
    {
        try
        {
            if (started is not null)
            {
                await (await started.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
            }
        }
        catch (Exception)
        {
            // Nothing listens.
        }
    }

    public async ValueTask DisposeAsync()
    {
        _connection.ConnectionRestored -= Restored;
        await _connection.GetSubscriber().UnsubscribeAsync(_channel, Hear).ConfigureAwait(false);
    }

    private void Hear(RedisChannel channel, RedisValue message)
    {
        var text = (string?)message ?? string.Empty;
        if (text == "room")
        {
            _listener(new(QuotaNoticeKind.Room));
        }
        else if (text == "missed")
        {
            _listener(new(QuotaNoticeKind.Missed));
        }
        else if (text.Split(' ', 3) is ["closed", var ticks, var bucket] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var until))
        {
            _listener(new(QuotaNoticeKind.Closed, bucket, new DateTimeOffset(until, TimeSpan.Zero)));
        }
    }

    private void Restored(object? sender, ConnectionFailedEventArgs restored) => _listener(new(QuotaNoticeKind.Missed));
}
