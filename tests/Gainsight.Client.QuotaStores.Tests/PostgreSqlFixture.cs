using System.Globalization;
using Npgsql;

namespace Gainsight.Client.QuotaStores.Tests;

/// <summary>Two hosts of a tenant, in a schema that no other test has.</summary>
internal sealed class PostgreSqlFixture : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _schema = $"quota_{Guid.NewGuid():n}";
    private readonly NpgsqlDataSource _admin = NpgsqlDataSource.Create(PostgresFactAttribute.Connection!);

    private readonly List<string> _roles = [];

    private PostgreSqlFixture()
    {
        ConnectionString = new NpgsqlConnectionStringBuilder(PostgresFactAttribute.Connection!) { SearchPath = _schema }.ConnectionString;
        One = new(ConnectionString, createTables: true);
        Other = new(ConnectionString, createTables: true);
    }

    public string ConnectionString { get; }

    public PostgreSqlQuotaStore One { get; }

    public PostgreSqlQuotaStore Other { get; }

    public string Tenant { get; } = $"{Guid.NewGuid():n}.example:443";

    /// <summary>A schema without tables, or with a memory that is older than the two seconds in which hosts report.</summary>
    public static async Task<PostgreSqlFixture> StartAsync(bool isEmpty = false)
    {
        PostgreSqlFixture postgres = new();
        await postgres.ExecuteAsync($"create schema {postgres._schema}");
        if (!isEmpty)
        {
            await postgres.ExecuteAsync($"set search_path to {postgres._schema}; {PostgreSqlQuotaStore.Schema}; insert into gainsight_quota_tenant values ('{postgres.Tenant}', 1000000); insert into gainsight_quota values ('{postgres.Tenant}', '', 0, 0, 0, 0, 0, 'infinity'); reset search_path");
        }

        return postgres;
    }

    public QuotaClaim Minute(int limit = 100, int? share = null, int held = 0, long number = 100) => new("minute", TimeSpan.FromMinutes(1), number, limit, share ?? limit, held);

    public async Task<QuotaGrant> TakeAsync(int wanted, params QuotaClaim[] claims) => await One.TakeAsync(new(Tenant, "sync", 0, wanted, claims));

    /// <summary>A user who may connect and nothing else. It is dropped at the end.</summary>
    public async Task<string> CreateRoleAsync(string options)
    {
        var role = $"role_{Guid.NewGuid():n}";
        await ExecuteAsync($"create role {role} login {options}");
        _roles.Add(role);
        return role;
    }

    public Task ExecuteInSchemaAsync(string sql) => ExecuteAsync($"set search_path to {_schema}; {sql}; reset search_path");

    public async Task ExecuteAsync(string sql)
    {
        await using var command = _admin.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Sets the clock of the server: to move every time that it has stored the other way has the same effect.</summary>
    public Task SetClockAsync(TimeSpan forward)
    {
        var seconds = string.Create(CultureInfo.InvariantCulture, $"{forward.TotalSeconds:0}");
        return ExecuteAsync($"""
            update {_schema}.gainsight_quota set expires = expires - {seconds} * interval '1 second';
            update {_schema}.gainsight_quota_closure set expires = expires - {seconds} * interval '1 second';
            update {_schema}.gainsight_quota_tenant set epoch = epoch - {seconds} * 1000000::bigint
            """);
    }

    /// <summary>The number of instances of the minute that are stored.</summary>
    public async Task<long> CountInstancesAsync()
    {
        await using var command = _admin.CreateCommand($"select count(*) from {_schema}.gainsight_quota where name = 'minute'");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await ExecuteAsync($"drop schema {_schema} cascade");
        foreach (var role in _roles)
        {
            await ExecuteAsync($"drop role {role}");
        }

        One.Dispose();
        Other.Dispose();
        await _admin.DisposeAsync();
    }
}
