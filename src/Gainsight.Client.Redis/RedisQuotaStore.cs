using System.Globalization;
using StackExchange.Redis;

namespace Gainsight.Client;

/// <summary>Counts the calls of several hosts in Redis: one script and one round trip for a block of permits, pub/sub for what other hosts do.</summary>
/// <remarks>Keys begin with <c>gainsight:{tenant}</c>, are in one slot of a cluster, and expire after three days without a call. <c>UseRedisQuota</c> creates the store in a container.</remarks>
public sealed class RedisQuotaStore : IQuotaStore, IDisposable
{
    private readonly RedisQuotaConnection _connection;

    /// <summary>Creates a store on a connection, which is not disposed.</summary>
    /// <param name="connection">The connection. With <see cref="BacklogPolicy.FailFast"/>, it does not send requests later that were given up while the server was away.</param>
    public RedisQuotaStore(IConnectionMultiplexer connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _connection = new(() => Task.FromResult(connection), isOwned: false);
    }

    /// <summary>Creates a store with a connection of its own, which is made when the first call needs a permit.</summary>
    /// <param name="configuration">The connection string of StackExchange.Redis, such as <c>localhost:6379,password=…</c>.</param>
    /// <exception cref="ArgumentException">The connection string cannot be used.</exception>
    public RedisQuotaStore(string configuration)
    {
        var options = Parse(configuration);
        _connection = new(async () => await ConnectionMultiplexer.ConnectAsync(options.Clone()).ConfigureAwait(false), isOwned: true);
    }

    internal RedisQuotaStore(Func<Task<IConnectionMultiplexer>> connect) => _connection = new(connect, isOwned: false);

    /// <inheritdoc/>
    public async ValueTask<QuotaGrant> TakeAsync(QuotaRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (keys, values) = Arguments(request);
        var result = await CallAsync(
            async database => (RedisResult[]?)await database.ScriptEvaluateAsync(RedisQuotaScript.Take, keys, values).ConfigureAwait(false), cancellationToken).ConfigureAwait(false) ?? [];
        var charges = new QuotaCharge[(result.Length - 3) / 4];
        for (var i = 0; i < charges.Length; i++)
        {
            charges[i] = new((int)result[(4 * i) + 3], (int)result[(4 * i) + 4], (int)result[(4 * i) + 5]) { Hosts = (int)result[(4 * i) + 6] };
        }

        return new QuotaGrant((long)result[0], charges)
        {
            RetryAfter = TimeSpan.FromMilliseconds((long)result[1]),
            ClosedUntil = (string?)result[2] is { Length: > 0 } until ? new DateTimeOffset(long.Parse(until, CultureInfo.InvariantCulture), TimeSpan.Zero) : null,
        };
    }

    /// <inheritdoc/>
    public async ValueTask CloseAsync(string tenant, string bucket, DateTimeOffset until, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(bucket);
        var ticks = until.UtcTicks.ToString(CultureInfo.InvariantCulture);
        _ = await CallAsync(
            async database =>
            {
                // Both are sent at once.
                var stored = database.StringSetAsync(Closure(tenant, bucket), ticks, duration + TimeSpan.FromSeconds(10));
                var told = database.PublishAsync(Channel(tenant), $"closed {ticks} {bucket}");
                await Task.WhenAll(stored, told).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IAsyncDisposable> ListenAsync(string tenant, Action<QuotaNotice> listener, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(listener);
        Task<RedisQuotaListener>? started = null;
        try
        {
            return await CallAsync(database => started = RedisQuotaListener.StartAsync(database.Multiplexer, Channel(tenant), listener), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // The server may hear of the subscription later, when nobody listens any more.
            _ = RedisQuotaListener.EndAsync(started);
            throw;
        }
    }

    /// <summary>Disposes the connection if the store made it.</summary>
    public void Dispose() => _connection.Dispose();

    /// <summary>Parses a connection string. Its text, which can have a password, is not part of the message.</summary>
    private static ConfigurationOptions Parse(string configuration)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(configuration);
        try
        {
            var options = ConfigurationOptions.Parse(configuration);
            if (options.EndPoints.Count > 0)
            {
                // The first connection fails with its reason, and is tried again with the next request. Later it comes back by itself, soon enough to report
                // after a loss of memory.
                options.AbortOnConnectFail = true;
                options.ReconnectRetryPolicy = new LinearRetry(500);

                // Otherwise requests that were given up are sent when the server is back, and count a second time what later requests count.
                options.BacklogPolicy = BacklogPolicy.FailFast;
                return options;
            }
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            // Its message can repeat parts of the string.
        }

        throw new ArgumentException("The connection string of Redis cannot be used. Give one of StackExchange.Redis, such as localhost:6379,password=…,ssl=true.", nameof(configuration));
    }

    private static (RedisKey[] Keys, RedisValue[] Values) Arguments(QuotaRequest request)
    {
        var keys = new RedisKey[2 + request.Claims.Count];
        var values = new RedisValue[4 + (7 * request.Claims.Count)];
        (keys[0], keys[1]) = (Prefix(request.Tenant), Closure(request.Tenant, request.Bucket));
        (values[0], values[1], values[2], values[3]) = (RedisQuotaScript.Version, request.Epoch, request.Wanted, Channel(request.Tenant).ToString());
        for (var i = 0; i < request.Claims.Count; i++)
        {
            var claim = request.Claims[i];
            keys[2 + i] = Window(request.Tenant, claim);
            RedisValue[] arguments = [(long)claim.Length.TotalMilliseconds, claim.Number, claim.Limit, claim.Share, claim.Held, claim.IsFirst ? 1 : 0, claim.Known];
            arguments.CopyTo(values, 4 + (7 * i));
        }

        return (keys, values);
    }

    // The braces keep all keys of a tenant in one slot of a cluster.
    private static string Prefix(string tenant) => $"gainsight:{{{tenant}}}";

    private static string Closure(string tenant, string bucket) => $"{Prefix(tenant)}:closed:{bucket}";

    private static string Window(string tenant, QuotaClaim claim) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix(tenant)}:window:{claim.Window}:{claim.Length.TotalMilliseconds:0}");

    private static RedisChannel Channel(string tenant) => RedisChannel.Literal(Prefix(tenant));

    private async Task<T> CallAsync<T>(Func<IDatabase, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            var connection = await _connection.GetAsync(cancellationToken).ConfigureAwait(false);

            // After a long connect, nobody may wait for the answer. Permits that it grants would be lost.
            cancellationToken.ThrowIfCancellationRequested();
            return await call(connection.GetDatabase()).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && RedisQuotaProblem.Of(exception) is { } problem)
        {
            throw new QuotaStoreException(problem, exception);
        }
    }
}
