using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Gainsight.Client;

/// <summary>Counts the calls of several hosts in PostgreSQL: one statement for a block of permits, <c>NOTIFY</c> for what other hosts do.</summary>
/// <remarks>The tables are those of <see cref="Schema"/>. No lock outlives a statement, so a process that is killed holds up nobody. <c>UsePostgreSqlQuota</c> creates the store in a container.</remarks>
public sealed class PostgreSqlQuotaStore : IQuotaStore, IDisposable
{
    private const string Take = "select * from gainsight_quota_take_2($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";

    private const string Close = """
        with stored as (
          insert into gainsight_quota_closure (tenant, bucket, until, expires) values ($1, $2, $3, clock_timestamp() + $4)
          on conflict (tenant, bucket) do update set until = excluded.until, expires = excluded.expires returning until)
        select pg_notify($5, 'closed ' || until || ' ' || $2) from stored
        """;

    private readonly NpgsqlDataSource _database;
    private readonly bool _createTables;
    private readonly bool _ownsDatabase;
    private readonly SemaphoreSlim _creating = new(1);
    private bool _areCreated;

    /// <summary>Creates a store in a database. The data source is not disposed.</summary>
    /// <param name="database">The data source.</param>
    /// <param name="createTables">Whether the store runs <see cref="Schema"/> before its first statement.</param>
    /// <exception cref="ArgumentException">The data source has <c>Multiplexing=true</c>, with which no connection can listen.</exception>
    public PostgreSqlQuotaStore(NpgsqlDataSource database, bool createTables)
    {
        ArgumentNullException.ThrowIfNull(database);
        RefuseMultiplexing(new(database.ConnectionString), nameof(database));
        _database = database;
        _createTables = createTables;
    }

    /// <summary>Creates a store with a data source of its own.</summary>
    /// <param name="connectionString">The connection string of Npgsql, such as <c>Host=localhost;Username=app;Password=…;Database=app</c>.</param>
    /// <param name="createTables">Whether the store runs <see cref="Schema"/> before its first statement.</param>
    /// <exception cref="ArgumentException">The connection string cannot be used.</exception>
    public PostgreSqlQuotaStore(string connectionString, bool createTables)
        : this(Parse(connectionString), createTables) => _ownsDatabase = true;

    /// <summary>The SQL that creates tables and function, version 2. It can be run again, also on those of version 1.</summary>
    public static string Schema
    {
        get
        {
            using var stream = typeof(PostgreSqlQuotaStore).Assembly.GetManifestResourceStream("Quota.sql")!;
            using StreamReader reader = new(stream);
            return reader.ReadToEnd();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<QuotaGrant> TakeAsync(QuotaRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await CallAsync(Take, command => Bind(command, request), ReadAsync, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask CloseAsync(string tenant, string bucket, DateTimeOffset until, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(bucket);
        _ = await CallAsync(
            Close,
            command =>
            {
                Add(command, NpgsqlDbType.Text, tenant);
                Add(command, NpgsqlDbType.Text, bucket);
                Add(command, NpgsqlDbType.Bigint, until.UtcTicks);
                Add(command, NpgsqlDbType.Interval, duration + TimeSpan.FromSeconds(10));
                Add(command, NpgsqlDbType.Text, Channel(tenant));
            },
            static (_, _) => Task.FromResult(true),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IAsyncDisposable> ListenAsync(string tenant, Action<QuotaNotice> listener, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(listener);
        try
        {
            return await PostgreSqlQuotaListener.StartAsync(_database, Channel(tenant), listener, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && PostgreSqlQuotaProblem.Of(exception) is { } problem)
        {
            throw new QuotaStoreException(problem, exception);
        }
    }

    /// <summary>Disposes the data source if the store made it.</summary>
    public void Dispose()
    {
        if (_ownsDatabase)
        {
            _database.Dispose();
        }

        _creating.Dispose();
    }

    /// <summary>Parses a connection string. Its text, which can have a password, is not part of the message.</summary>
    private static NpgsqlDataSource Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        NpgsqlConnectionStringBuilder? parsed = null;
        try
        {
            parsed = new(connectionString);
            if (parsed is { Host.Length: > 0, Multiplexing: false })
            {
                return NpgsqlDataSource.Create(parsed);
            }
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            // Its message can repeat parts of the string.
        }

        RefuseMultiplexing(parsed, nameof(connectionString));
        throw new ArgumentException("The connection string of PostgreSQL cannot be used. Give one of Npgsql, such as Host=localhost;Username=app;Password=…;Database=app.", nameof(connectionString));
    }

    private static void RefuseMultiplexing(NpgsqlConnectionStringBuilder? parsed, string parameterName)
    {
        if (parsed is { Multiplexing: true })
        {
            throw new ArgumentException(
                "The connection string of PostgreSQL has Multiplexing=true, with which no connection can listen for what other hosts do. Remove it, or give the quota a connection string without it: UsePostgreSqlQuota(connectionString, createTables).",
                parameterName);
        }
    }

    private static void Bind(NpgsqlCommand command, QuotaRequest request)
    {
        Add(command, NpgsqlDbType.Text, request.Tenant);
        Add(command, NpgsqlDbType.Text, Channel(request.Tenant));
        Add(command, NpgsqlDbType.Text, request.Bucket);
        Add(command, NpgsqlDbType.Bigint, request.Epoch);
        Add(command, NpgsqlDbType.Bigint, (long)request.Wanted);
        Add(command, NpgsqlDbType.Array | NpgsqlDbType.Text, request.Claims.Select(claim => claim.Window).ToArray());
        AddNumbers(command, request, claim => (long)claim.Length.TotalSeconds);
        AddNumbers(command, request, claim => claim.Number);
        AddNumbers(command, request, claim => claim.Limit);
        AddNumbers(command, request, claim => claim.Share);
        AddNumbers(command, request, claim => claim.Held);
        AddNumbers(command, request, claim => claim.IsFirst ? 1 : 0);
        AddNumbers(command, request, claim => claim.Known);
    }

    private static void Add<T>(NpgsqlCommand command, NpgsqlDbType type, T value) => command.Parameters.Add(new NpgsqlParameter<T> { NpgsqlDbType = type, TypedValue = value });

    private static void AddNumbers(NpgsqlCommand command, QuotaRequest request, Func<QuotaClaim, long> number) =>
        Add(command, NpgsqlDbType.Array | NpgsqlDbType.Bigint, request.Claims.Select(number).ToArray());

    private static async Task<QuotaGrant> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        _ = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        return Grant(reader);
    }

    private static QuotaGrant Grant(NpgsqlDataReader reader)
    {
        var (charged, used, limits, hosts) = (reader.GetFieldValue<long[]>(3), reader.GetFieldValue<long[]>(4), reader.GetFieldValue<long[]>(5), reader.GetFieldValue<long[]>(6));
        var charges = new QuotaCharge[charged.Length];
        for (var i = 0; i < charges.Length; i++)
        {
            charges[i] = new((int)charged[i], (int)used[i], (int)limits[i]) { Hosts = (int)hosts[i] };
        }

        return new QuotaGrant(reader.GetInt64(0), charges)
        {
            RetryAfter = TimeSpan.FromMilliseconds(reader.GetInt64(1)),
            ClosedUntil = reader.IsDBNull(2) ? null : new DateTimeOffset(reader.GetInt64(2), TimeSpan.Zero),
        };
    }

    // The name of a tenant can be longer than the name of a channel.
    private static string Channel(string tenant) => $"gainsight_{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(tenant)).AsSpan(0, 16)).ToLower(CultureInfo.InvariantCulture)}";

    private async Task<T> CallAsync<T>(string sql, Action<NpgsqlCommand> bind, Func<NpgsqlDataReader, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            await CreateTablesAsync(cancellationToken).ConfigureAwait(false);
            var command = _database.CreateCommand(sql);
            await using (command.ConfigureAwait(false))
            {
                bind(command);
                var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    return await read(reader, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && PostgreSqlQuotaProblem.Of(exception) is { } problem)
        {
            throw new QuotaStoreException(problem, exception);
        }
    }

    private async Task CreateTablesAsync(CancellationToken cancellationToken)
    {
        if (!_createTables || _areCreated)
        {
            return;
        }

        await _creating.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_areCreated)
            {
                var command = _database.CreateCommand(Schema);
                await using (command.ConfigureAwait(false))
                {
                    _ = await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                    _areCreated = true;
                }
            }
        }
        finally
        {
            _creating.Release();
        }
    }
}
