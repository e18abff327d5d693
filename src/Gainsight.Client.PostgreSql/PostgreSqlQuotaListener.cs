using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Npgsql;

namespace Gainsight.Client;

/// <summary>Hears what other hosts do in PostgreSQL, on a connection of its own, which is made again when it ends.</summary>
internal sealed class PostgreSqlQuotaListener : IAsyncDisposable
{
    private static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ReconnectDelay = TimeSpan.FromMilliseconds(500);

    private readonly NpgsqlDataSource _database;
    private readonly string _channel;
    private readonly Action<QuotaNotice> _listener;
    private readonly CancellationTokenSource _stop = new();
    private Task _listening = Task.CompletedTask;

    private PostgreSqlQuotaListener(NpgsqlDataSource database, string channel, Action<QuotaNotice> listener)
    {
        _database = database;
        _channel = channel;
        _listener = listener;
    }

    public static async Task<PostgreSqlQuotaListener> StartAsync(NpgsqlDataSource database, string channel, Action<QuotaNotice> listener, CancellationToken cancellationToken)
    {
        PostgreSqlQuotaListener started = new(database, channel, listener);
        var connection = await started.ConnectAsync(cancellationToken).ConfigureAwait(false);
        started._listening = started.ListenAsync(connection);
        return started;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _listening.ConfigureAwait(false);
        _stop.Dispose();
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever ends the connection, another one is made.")]
    private async Task ListenAsync(NpgsqlConnection? connection)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                if (connection is null)
                {
                    await Task.Delay(ReconnectDelay, TimeProvider.System, _stop.Token).ConfigureAwait(false);
                    connection = await ConnectAsync(_stop.Token).ConfigureAwait(false);
                    _listener(new(QuotaNoticeKind.Missed));
                }

                while (true)
                {
                    if (!await connection.WaitAsync(CheckInterval, _stop.Token).ConfigureAwait(false))
                    {
                        // A connection that ended without a word does not wait for ever.
                        await ExecuteAsync(connection, "select 1", _stop.Token).ConfigureAwait(false);
                    }
                }
            }
            catch (Exception)
            {
                if (connection is not null)
                {
                    await connection.DisposeAsync().ConfigureAwait(false);
                    connection = null;
                }
            }
        }
    }

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = await _database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            connection.Notification += (_, notification) => Hear(notification.Payload);

            // The name has only letters, digits and underscores.
            await ExecuteAsync(connection, $"listen {_channel}", cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    [SuppressMessage("Security", "CA2100", Justification = "The text has no input of a user.")]
    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        NpgsqlCommand command = new(sql, connection);
        await using (command.ConfigureAwait(false))
        {
            _ = await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void Hear(string text)
    {
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
}
