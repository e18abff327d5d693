using System.Globalization;
using System.Security.Authentication;
using StackExchange.Redis;

namespace Gainsight.Client;

/// <summary>Counts the calls of several hosts in Redis: one script and one round trip for a block of permits, pub/sub for what other hosts do.</summary>
/// <remarks>Keys begin with <c>gainsight:{tenant}</c>, are in one slot of a cluster, and expire after three days without a call. <c>UseRedisQuota</c> creates the store in a container.</remarks>
public sealed class RedisQuotaStore : IQuotaStore, IDisposable
{
    private readonly Func<Task<IConnectionMultiplexer>> _connect;
    private readonly bool _ownsConnection;
    private readonly SemaphoreSlim _connecting = new(1);
    private IConnectionMultiplexer? _connection;

    /// <summary>Creates a store on a connection, which is not disposed.</summary>
    /// <param name="connection">The connection.</param>
    public RedisQuotaStore(IConnectionMultiplexer connection)
        : this(() => Task.FromResult(connection), ownsConnection: false)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _connection = connection;
    }

    /// <summary>Creates a store with a connection of its own, which is made when the first call needs a permit.</summary>
    /// <param name="configuration">The connection string of StackExchange.Redis, such as <c>localhost:6379,password=…</c>.</param>
    /// <exception cref="ArgumentException">The connection string cannot be used.</exception>
    public RedisQuotaStore(string configuration)
        : this(Parse(configuration))
    {
    }

    internal RedisQuotaStore(Func<Task<IConnectionMultiplexer>> connect, bool ownsConnection)
    {
        _connect = connect;
        _ownsConnection = ownsConnection;
    }

    private RedisQuotaStore(ConfigurationOptions options)
        : this(async () => await ConnectionMultiplexer.ConnectAsync(options).ConfigureAwait(false), ownsConnection: true)
    {
    }

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
        RedisQuotaListener? listening = null;
        _ = await CallAsync(
            async database =>
            {
                listening = await RedisQuotaListener.StartAsync(database.Multiplexer, Channel(tenant), listener).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        return listening!;
    }

    /// <summary>Disposes the connection if the store made it.</summary>
    public void Dispose()
    {
        if (_ownsConnection)
        {
            _connection?.Dispose();
        }

        _connecting.Dispose();
    }

    /// <summary>Parses a connection string. Its text, which can have a password, is not part of the message.</summary>
    private static ConfigurationOptions Parse(string configuration)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(configuration);
        try
        {
            var options = ConfigurationOptions.Parse(configuration);
            if (options.EndPoints.Count > 0)
            {
                // Calls wait for a server that is away, and the connection comes back by itself, soon enough to report after a loss of memory.
                options.AbortOnConnectFail = false;
                options.ReconnectRetryPolicy = new LinearRetry(500);
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
            var connection = _connection ?? await ConnectAsync(cancellationToken).ConfigureAwait(false);

            // After a long connect, nobody may wait for the answer. Permits that it grants would be lost.
            cancellationToken.ThrowIfCancellationRequested();
            return await call(connection.GetDatabase()).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (RedisException exception)
        {
            throw new QuotaStoreException(Problem(exception), exception);
        }
    }

    private async Task<IConnectionMultiplexer> ConnectAsync(CancellationToken cancellationToken)
    {
        await _connecting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _connection ??= await _connect().ConfigureAwait(false);
        }
        finally
        {
            _connecting.Release();
        }
    }

    /// <summary>A server that does not speak TLS, or whose certificate is refused, counts as a failed authentication too.</summary>
    private static bool IsOfTls(Exception exception) => exception is IOException or AuthenticationException || (exception.InnerException is { } inner && IsOfTls(inner));

    private static string Problem(RedisException exception) => exception switch
    {
        RedisServerException server when server.Message.Contains(RedisQuotaScript.OtherVersion, StringComparison.Ordinal) =>
            $"The keys in Redis were written by another version of Gainsight.Client.Redis. Give all hosts the same version; this one has version {RedisQuotaScript.Version} of the keys.",
        RedisServerException server when server.Message.Contains("READONLY", StringComparison.Ordinal) || server.Message.Contains("read only", StringComparison.OrdinalIgnoreCase) =>
            "Redis is a read-only replica. Connect to the primary server.",
        RedisServerException server when server.Message.Contains("NOAUTH", StringComparison.Ordinal) || server.Message.Contains("WRONGPASS", StringComparison.Ordinal) || server.Message.Contains("NOPERM", StringComparison.Ordinal) =>
            "Redis refuses the user or password. Check those of the connection string, and that the user may run scripts, publish and subscribe.",
        RedisServerException server when server.Message.Contains("OOM", StringComparison.Ordinal) => "Redis has no memory left. Raise maxmemory.",
        RedisServerException => "Redis refuses the script. It must be Redis 6 or newer, or compatible with it.",
        RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure } when !IsOfTls(exception) => "Redis refuses the user or password. Check those of the connection string.",
        _ => "Redis cannot be reached. Check that the server runs and has a connection left (maxclients), and the host, port and TLS setting of the connection string.",
    };
}
