using Npgsql;

namespace Gainsight.Client.QuotaStores.Tests;

/// <summary>PostgreSQL servers that refuse. The message says what to do.</summary>
public sealed class PostgreSqlServerTests
{
    [PostgresFact]
    public async Task A_read_only_server_is_refused_with_the_remedy()
    {
        await using var postgres = await PostgreSqlFixture.StartAsync();

        (await ProblemAsync(postgres, parts => parts.Options = "-c default_transaction_read_only=on")).Should().Be("The database is read-only. Connect to the primary server.");
    }

    [PostgresFact]
    public async Task A_user_and_a_database_that_do_not_exist_are_refused_with_the_remedy()
    {
        await using var postgres = await PostgreSqlFixture.StartAsync();

        (await ProblemAsync(postgres, parts => (parts.Username, parts.Password) = ("nobody_here", "hunter2"))).Should().StartWith("The database refuses the user or password.").And.NotContain("hunter2");
        (await ProblemAsync(postgres, parts => parts.Database = "nowhere")).Should().StartWith("The server has no such database.");
    }

    [PostgresFact]
    public async Task A_server_without_a_free_connection_is_refused_with_the_remedy()
    {
        await using var postgres = await PostgreSqlFixture.StartAsync();
        var role = await postgres.CreateRoleAsync("connection limit 0");

        (await ProblemAsync(postgres, parts => parts.Username = role)).Should().StartWith("The server has no connection left.");
    }

    [PostgresFact]
    public async Task A_user_without_rights_is_refused_with_the_remedy()
    {
        await using var postgres = await PostgreSqlFixture.StartAsync();
        var role = await postgres.CreateRoleAsync("");

        (await ProblemAsync(postgres, parts => parts.Username = role)).Should().StartWith("The user of the database may not use the tables of the quota,");
    }

    [PostgresFact]
    public async Task Tables_of_another_version_are_refused_with_the_remedy()
    {
        await using var postgres = await PostgreSqlFixture.StartAsync();
        await postgres.ExecuteInSchemaAsync("alter table gainsight_quota drop column hosts");

        (await ProblemAsync(postgres, static _ => { })).Should().Contain("another version").And.Contain("without older tables");
    }

    [PostgresFact]
    public async Task A_function_of_another_version_is_refused_with_the_remedy()
    {
        await using var postgres = await PostgreSqlFixture.StartAsync(isEmpty: true);
        await postgres.ExecuteInSchemaAsync("""
            create function gainsight_quota_take_2(text, text, text, bigint, bigint, text[], bigint[], bigint[], bigint[], bigint[], bigint[], bigint[], bigint[]) returns int language sql as 'select 1'
            """);

        (await ProblemAsync(postgres, static _ => { })).Should().Contain("another version").And.Contain("without older tables");
    }

    [PostgresFact]
    public async Task A_statement_whose_connection_ends_counts_nothing_and_the_next_one_gets_a_connection()
    {
        await using var postgres = await PostgreSqlFixture.StartAsync();
        var name = $"quota_{Guid.NewGuid():n}";
        using PostgreSqlQuotaStore store = new($"{postgres.ConnectionString};Application Name={name}", createTables: false);
        await using var database = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using NpgsqlCommand locking = new("select from gainsight_quota_tenant for update", connection);
        await locking.ExecuteNonQueryAsync();

        var taken = TakeAsync().AsTask();
        while (!taken.IsCompleted)
        {
            await postgres.ExecuteAsync($"select pg_terminate_backend(pid) from pg_stat_activity where application_name = '{name}' and wait_event_type = 'Lock'");
        }

        (await FluentActions.Awaiting(() => taken).Should().ThrowAsync<QuotaStoreException>()).WithMessage("PostgreSQL cannot be reached.*");
        await transaction.RollbackAsync();
        (await TakeAsync()).Charges.Should().Equal(new QuotaCharge(30, 30, 100));

        ValueTask<QuotaGrant> TakeAsync() => store.TakeAsync(new(postgres.Tenant, "sync", 0, 30, [postgres.Minute()]));
    }

    [PostgresFact]
    public async Task A_database_whose_isolation_is_too_strict_is_refused_with_the_remedy()
    {
        await using var postgres = await PostgreSqlFixture.StartAsync();
        var name = $"quota_{Guid.NewGuid():n}";
        NpgsqlConnectionStringBuilder strict = new(postgres.ConnectionString) { ApplicationName = name, Options = "-c default_transaction_isolation=serializable" };
        using PostgreSqlQuotaStore store = new(strict.ConnectionString, createTables: false);
        await using var database = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using NpgsqlCommand changing = new("update gainsight_quota_tenant set epoch = epoch", connection);
        await changing.ExecuteNonQueryAsync();
        await using var counting = database.CreateCommand("select count(*) from pg_stat_activity where application_name = $1 and wait_event_type = 'Lock'");
        counting.Parameters.Add(new() { Value = name });

        var taken = store.TakeAsync(new(postgres.Tenant, "sync", 0, 1, [postgres.Minute()])).AsTask();
        while (!taken.IsCompleted && (long)(await counting.ExecuteScalarAsync())! == 0)
        {
            // The statement is on its way.
        }

        await transaction.CommitAsync();
        (await FluentActions.Awaiting(() => taken).Should().ThrowAsync<QuotaStoreException>()).WithMessage("*default_transaction_isolation to 'read committed'*");
    }

    [PostgresFact]
    public async Task An_upgrade_of_tables_that_are_in_use_gives_up_after_a_second_and_says_so()
    {
        await using var postgres = await PostgreSqlFixture.StartAsync();
        await postgres.ExecuteInSchemaAsync("alter table gainsight_quota drop column reported, drop column known");
        await using var database = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using NpgsqlCommand reading = new("select count(*) from gainsight_quota", connection);
        await reading.ExecuteScalarAsync();

        (await ProblemAsync(postgres, static _ => { })).Should().StartWith("Another transaction locks the tables of the quota");

        await transaction.RollbackAsync();
        (await postgres.TakeAsync(10, postgres.Minute())).Charges.Should().Equal(new QuotaCharge(10, 10, 100));
    }

    [PostgresFact]
    public async Task A_data_source_that_the_application_disposed_and_a_pool_without_a_free_connection_are_named_with_the_remedy()
    {
        await using var postgres = await PostgreSqlFixture.StartAsync();
        await using var database = NpgsqlDataSource.Create($"{postgres.ConnectionString};Maximum Pool Size=1;Timeout=1");
        using PostgreSqlQuotaStore store = new(database, createTables: false);
        await using (await database.OpenConnectionAsync())
        {
            (await FluentActions.Awaiting(() => TakeAsync().AsTask()).Should().ThrowAsync<QuotaStoreException>()).WithMessage("*Raise Maximum Pool Size*");
        }

        await database.DisposeAsync();

        (await FluentActions.Awaiting(() => TakeAsync().AsTask()).Should().ThrowAsync<QuotaStoreException>()).WithMessage("*was disposed*");

        ValueTask<QuotaGrant> TakeAsync() => store.TakeAsync(new(postgres.Tenant, "sync", 0, 1, [postgres.Minute()]));
    }

    private static async Task<string> ProblemAsync(PostgreSqlFixture postgres, Action<NpgsqlConnectionStringBuilder> change)
    {
        NpgsqlConnectionStringBuilder parts = new(postgres.ConnectionString);
        change(parts);
        using PostgreSqlQuotaStore store = new(parts.ConnectionString, createTables: true);
        var problem = (await FluentActions.Awaiting(() => store.TakeAsync(new(postgres.Tenant, "sync", 0, 1, [postgres.Minute()])).AsTask()).Should().ThrowAsync<QuotaStoreException>()).Which.Message;

        // Listening may work where taking does not; if not, it says the same.
        var listening = FluentActions.Awaiting(async () => await (await store.ListenAsync(postgres.Tenant, static _ => { })).DisposeAsync());
        await listening.Should().NotThrowAsync<NpgsqlException>();
        return problem;
    }
}
