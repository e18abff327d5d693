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
        await connection.GetSubscriber().SubscribeAsync(channel, listening.Hear).ConfigureAwait(false);
        connection.ConnectionRestored += listening.Restored;
        return listening;
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
