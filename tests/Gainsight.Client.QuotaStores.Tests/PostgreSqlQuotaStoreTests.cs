using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Gainsight.Client.QuotaStores.Tests;

/// <summary>The store in PostgreSQL, against a server.</summary>
public sealed class PostgreSqlQuotaStoreTests
{
    [PostgresFact]
    public async Task Permits_are_granted_up_to_the_limit_of_the_window_with_the_least_room()
    {
        await using var postgres = await PostgreSqlFixture.StartAsync();
        QuotaClaim day = new("day", TimeSpan.FromDays(1), 7, 25, 25, 0);

        var first = await postgres.TakeAsync(20, postgres.Minute(), day);
        var second = await postgres.TakeAsync(20, postgres.Minute(), day);
        var third = await postgres.TakeAsync(20, postgres.Minute(), day);

        first.Charges.Should().Equal(new QuotaCharge(20, 20, 100), new QuotaCharge(20, 20, 25));
        second.Charges.Select(charge => charge.Charged).Should().Equal(5, 5);
        third.Charges.Should().Equal(new QuotaCharge(0, 25, 100), new QuotaCharge(0, 25, 25));
    }

    [PostgresFact]
    public async Task Instances_tenants_and_hosts_that_ask_at_once_are_counted_exactly()
    {
        await using var postgres = await PostgreSqlFixture.StartAsync();

        var grants = await Task.WhenAll(Enumerable.Range(0, 60).Select(i =>
            (i % 2 == 0 ? postgres.One : postgres.Other).TakeAsync(new(postgres.Tenant, "sync", 0, 3, [postgres.Minute()])).AsTask()));

        grants.Sum(grant => grant.Charges[0].Charged).Should().Be(100);
        (await postgres.TakeAsync(1, postgres.Minute(number: 101))).Charges[0].Charged.Should().Be(1);
    }

    [PostgresFact]
    public async Task Permits_that_are_held_count_and_settling_gives_them_back_and_tells_the_others()
    {
        await using var postgres = await PostgreSqlFixture.StartAsync();
        await postgres.TakeAsync(95, postgres.Minute());
        TaskCompletionSource<QuotaNotice> heard = new();
        await using var listening = await postgres.Other.ListenAsync(postgres.Tenant, notice => heard.TrySetResult(notice));

        (await postgres.TakeAsync(10, postgres.Minute(held: 4))).Charges.Should().Equal(new QuotaCharge(5, 100, 100));
        (await postgres.TakeAsync(0, postgres.Minute(limit: int.MaxValue, held: 9))).Charges.Should().Equal(new QuotaCharge(-9, 91, 100));

        (await heard.Task.WaitAsync(PostgreSqlFixture.Patience)).Kind.Should().Be(QuotaNoticeKind.Room);
    }

    [PostgresFact]
    public async Task Hosts_that_ask_for_the_first_time_are_counted_for_the_instance_and_the_next()
    {
        await using var postgres = await PostgreSqlFixture.StartAsync();
        var first = postgres.Minute() with { IsFirst = true };

        (await postgres.TakeAsync(1, postgres.Minute())).Charges[0].Hosts.Should().Be(0);
        (await postgres.TakeAsync(1, first)).Charges[0].Hosts.Should().Be(1);
        (await postgres.TakeAsync(1, first)).Charges[0].Hosts.Should().Be(2);
        (await postgres.TakeAsync(1, postgres.Minute(number: 101) with { IsFirst = true })).Charges[0].Hosts.Should().Be(2, "the instance before had more");
        (await postgres.TakeAsync(1, postgres.Minute(number: 102))).Charges[0].Hosts.Should().Be(1);
    }

    [PostgresFact]
    public async Task The_smaller_of_two_limits_holds_in_its_instance_and_the_next()
    {
        await using var postgres = await PostgreSqlFixture.StartAsync();
        await postgres.TakeAsync(1, postgres.Minute(limit: 60));

        (await postgres.TakeAsync(100, postgres.Minute())).Charges.Should().Equal(new QuotaCharge(59, 60, 60));
        (await postgres.TakeAsync(100, postgres.Minute(number: 101))).Charges.Should().Equal(new QuotaCharge(60, 60, 60));
        (await postgres.TakeAsync(100, postgres.Minute(number: 102))).Charges.Should().Equal(new QuotaCharge(100, 100, 100));
        (await postgres.TakeAsync(100, postgres.Minute(number: 103, share: 50))).Charges.Should().Equal(new QuotaCharge(50, 50, 100));
    }

    [PostgresFact]
    public async Task An_empty_store_grants_nothing_for_two_seconds_and_counts_what_hosts_report()
    {
        await using var postgres = await PostgreSqlFixture.StartAsync(isEmpty: true);

        var first = await postgres.TakeAsync(10, postgres.Minute(held: -130));
        var stale = await postgres.Other.TakeAsync(new(postgres.Tenant, "sync", first.Epoch - 1, 10, [postgres.Minute()]));

        first.Charges.Should().Equal(new QuotaCharge(130, 130, 100));
        first.RetryAfter.Should().BePositive().And.BeLessThanOrEqualTo(TimeSpan.FromSeconds(2));
        stale.Charges.Should().BeEmpty("the host must report first");
        stale.Epoch.Should().Be(first.Epoch);
    }

    [PostgresFact]
    public async Task A_closure_is_told_at_once_and_kept_for_hosts_that_start_later()
    {
        await using var postgres = await PostgreSqlFixture.StartAsync();
        TaskCompletionSource<QuotaNotice> heard = new();
        await using var listening = await postgres.Other.ListenAsync(postgres.Tenant, notice => heard.TrySetResult(notice));
        DateTimeOffset until = new(2031, 3, 1, 12, 0, 0, TimeSpan.Zero);

        await postgres.One.CloseAsync(postgres.Tenant, "sync", until, TimeSpan.FromMinutes(1));

        (await heard.Task.WaitAsync(PostgreSqlFixture.Patience)).Should().Be(new QuotaNotice(QuotaNoticeKind.Closed, "sync", until));
        (await postgres.TakeAsync(1, postgres.Minute())).ClosedUntil.Should().Be(until);
        (await postgres.One.TakeAsync(new(postgres.Tenant, "users", 0, 1, [postgres.Minute()]))).ClosedUntil.Should().BeNull();
    }

    [PostgresFact]
    public async Task A_listener_whose_connection_ends_connects_again_and_says_that_notices_may_be_missing()
    {
        await using var postgres = await PostgreSqlFixture.StartAsync();
        TaskCompletionSource<QuotaNotice> heard = new();
        await using var listening = await postgres.Other.ListenAsync(postgres.Tenant, notice => heard.TrySetResult(notice));

        await postgres.ExecuteAsync("select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen gainsight_%' and pid <> pg_backend_pid()");

        (await heard.Task.WaitAsync(PostgreSqlFixture.Patience)).Kind.Should().Be(QuotaNoticeKind.Missed);
    }

    [PostgresFact]
    public async Task Without_tables_the_message_says_how_to_create_them()
    {
        await using var postgres = await PostgreSqlFixture.StartAsync(isEmpty: true);
        using PostgreSqlQuotaStore store = new(postgres.ConnectionString, createTables: false);

        (await FluentActions.Awaiting(() => store.TakeAsync(new(postgres.Tenant, "sync", 0, 1, [postgres.Minute()])).AsTask()).Should().ThrowAsync<QuotaStoreException>())
            .WithMessage("*Run Quota.sql*createTables*");
    }

    [PostgresFact]
    public async Task Hosts_with_a_store_in_postgresql_share_a_limit()
    {
        await using var postgres = await PostgreSqlFixture.StartAsync();
        await TwoHosts.ShareALimitAsync(postgres.Tenant, builder => builder.UsePostgreSqlQuota(postgres.ConnectionString, createTables: true), builder =>
        {
            builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(postgres.ConnectionString));
            builder.UsePostgreSqlQuota();
        });
    }

    [PostgresFact]
    public async Task A_clock_of_the_server_that_is_set_forward_or_back_invents_no_permits_and_takes_none()
    {
        await using var postgres = await PostgreSqlFixture.StartAsync();
        QuotaClaim day = new("day", TimeSpan.FromDays(1), 7, 1_000, 1_000, 0);
        foreach (var hours in new[] { 1, -1, 30, -30 })
        {
            await postgres.TakeAsync(10, postgres.Minute(number: 200 + hours), day);

            await postgres.SetClockAsync(TimeSpan.FromHours(hours));

            await postgres.TakeAsync(1, new QuotaClaim("rare", TimeSpan.FromHours(1), 9, 1_000, 1_000, 0));
            var grant = await postgres.TakeAsync(100, postgres.Minute(number: 200 + hours), day);
            grant.RetryAfter.Should().Be(TimeSpan.Zero, "the server knows everything");
            grant.Charges[0].Should().Be(new QuotaCharge(90, 100, 100), "set by {0} hours", hours);
        }

        (await postgres.TakeAsync(1, postgres.Minute(number: 500), day)).Charges.Should().Equal(new QuotaCharge(1, 1, 100), new QuotaCharge(1, 401, 1_000));
    }

    [PostgresFact]
    public async Task A_memory_that_is_lost_after_the_clock_was_set_back_grants_nothing_for_two_seconds()
    {
        await using var postgres = await PostgreSqlFixture.StartAsync();
        await postgres.TakeAsync(10, postgres.Minute());
        await postgres.ExecuteInSchemaAsync("update gainsight_quota_tenant set epoch = extract(epoch from clock_timestamp() + interval '1 day') * 1000000");

        await postgres.ExecuteInSchemaAsync("truncate gainsight_quota");

        var grant = await postgres.TakeAsync(10, postgres.Minute());
        grant.Charges[0].Charged.Should().Be(0);
        grant.RetryAfter.Should().BePositive().And.BeLessThanOrEqualTo(TimeSpan.FromSeconds(2));
    }

    [PostgresFact]
    public async Task Instances_that_ended_are_forgotten()
    {
        await using var postgres = await PostgreSqlFixture.StartAsync();
        for (var number = 100; number < 110; number++)
        {
            await postgres.TakeAsync(1, postgres.Minute(number: number));
            await postgres.SetClockAsync(TimeSpan.FromMinutes(1));
        }

        (await postgres.CountInstancesAsync()).Should().BeLessThan(6);
    }

    [PostgresFact]
    public async Task Tenants_and_environments_on_one_server_share_nothing()
    {
        await using var postgres = await PostgreSqlFixture.StartAsync();
        var sandbox = $"sandbox-{postgres.Tenant}";
        await postgres.One.TakeAsync(new(sandbox, "sync", 0, 1, [postgres.Minute()]));
        await postgres.SetClockAsync(TimeSpan.FromSeconds(3));
        List<QuotaNotice> heard = [];
        TaskCompletionSource told = new();
        await using var other = await postgres.Other.ListenAsync(sandbox, heard.Add);
        await using var own = await postgres.Other.ListenAsync(postgres.Tenant, notice => _ = notice.Kind == QuotaNoticeKind.Closed && told.TrySetResult());

        (await postgres.TakeAsync(100, postgres.Minute())).Charges[0].Charged.Should().Be(100);
        await postgres.TakeAsync(0, postgres.Minute(held: 20));
        await postgres.One.CloseAsync(postgres.Tenant, "sync", DateTimeOffset.MaxValue, TimeSpan.FromMinutes(1));
        await told.Task.WaitAsync(PostgreSqlFixture.Patience);

        var grant = await postgres.One.TakeAsync(new(sandbox, "sync", 0, 100, [postgres.Minute(limit: 60)]));
        grant.Charges.Should().Equal(new QuotaCharge(60, 60, 60));
        grant.ClosedUntil.Should().BeNull();
        heard.Should().BeEmpty();
    }

    [Fact]
    public async Task A_server_that_is_away_is_named_with_the_remedy()
    {
        using PostgreSqlQuotaStore store = new("Host=127.0.0.1;Port=1;Username=u;Database=d", createTables: false);

        (await FluentActions.Awaiting(() => store.TakeAsync(new("acme", "sync", 0, 1, [])).AsTask()).Should().ThrowAsync<QuotaStoreException>()).WithMessage("PostgreSQL cannot be reached.*");
    }

    [Theory]
    [InlineData("Host=localhost;Unknown=1;Password=hunter2")]
    [InlineData("Password=hunter2")]
    [InlineData("Host=localhost;Port=x;Password=hunter2")]
    public void A_connection_string_that_does_not_parse_is_refused_without_its_secrets(string text) =>
        FluentActions.Invoking(() => new PostgreSqlQuotaStore(text, createTables: false)).Should().Throw<ArgumentException>()
            .Where(exception => exception.Message.Contains("Host=localhost", StringComparison.Ordinal) && !exception.ToString().Contains("hunter2", StringComparison.Ordinal));

    [Fact]
    public void Multiplexing_is_refused_because_no_connection_can_listen_with_it()
    {
        const string Connection = "Host=localhost;Password=hunter2;Multiplexing=true";
        using var database = NpgsqlDataSource.Create(Connection);

        Action[] creations = [() => _ = new PostgreSqlQuotaStore(Connection, createTables: false), () => _ = new PostgreSqlQuotaStore(database, createTables: false)];

        creations.Should().AllSatisfy(create => create.Should().Throw<ArgumentException>().WithMessage("*Multiplexing=true*Remove it*").Where(exception => !exception.Message.Contains("hunter2", StringComparison.Ordinal)));
    }

    [Fact]
    public void Without_a_data_source_the_message_says_how_to_register_one()
    {
        ServiceCollection services = new();
        services.AddGainsightClient(options => (options.Tenant, options.Credential) = ("acme", new AccessKeyCredential("k"))).UsePostgreSqlQuota();
        using var provider = services.BuildServiceProvider();

        FluentActions.Invoking(provider.GetRequiredService<GainsightClient>).Should().Throw<InvalidOperationException>().WithMessage("*NpgsqlDataSource*UsePostgreSqlQuota(connectionString, createTables)*");
    }
}
