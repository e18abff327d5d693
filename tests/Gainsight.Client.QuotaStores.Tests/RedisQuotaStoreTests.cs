using StackExchange.Redis;

namespace Gainsight.Client.QuotaStores.Tests;

/// <summary>The store in Redis, against a server.</summary>
public sealed class RedisQuotaStoreTests
{
    [RedisFact]
    public async Task Permits_are_granted_up_to_the_limit_of_the_window_with_the_least_room()
    {
        using RedisFixture redis = new();
        await redis.StartedAsync();
        QuotaClaim day = new("day", TimeSpan.FromDays(1), 7, 25, 25, 0);

        var first = await redis.TakeAsync(20, redis.Minute(), day);
        var second = await redis.TakeAsync(20, redis.Minute(), day);
        var third = await redis.TakeAsync(20, redis.Minute(), day);

        first.Charges.Should().Equal(new QuotaCharge(20, 20, 100), new QuotaCharge(20, 20, 25));
        second.Charges.Select(charge => charge.Charged).Should().Equal(5, 5);
        third.Charges.Should().Equal(new QuotaCharge(0, 25, 100), new QuotaCharge(0, 25, 25));
    }

    [RedisFact]
    public async Task Instances_tenants_and_hosts_that_ask_at_once_are_counted_exactly()
    {
        using RedisFixture redis = new();
        await redis.StartedAsync();

        var grants = await Task.WhenAll(Enumerable.Range(0, 60).Select(i =>
            (i % 2 == 0 ? redis.One : redis.Other).TakeAsync(new(redis.Tenant, "sync", 0, 3, [redis.Minute()])).AsTask()));

        grants.Sum(grant => grant.Charges[0].Charged).Should().Be(100);
        (await redis.TakeAsync(1, redis.Minute(number: 101))).Charges[0].Charged.Should().Be(1);
    }

    [RedisFact]
    public async Task Permits_that_are_held_count_and_settling_gives_them_back_and_tells_the_others()
    {
        using RedisFixture redis = new();
        await redis.StartedAsync();
        await redis.TakeAsync(95, redis.Minute());
        TaskCompletionSource<QuotaNotice> heard = new();
        await using var listening = await redis.Other.ListenAsync(redis.Tenant, notice => heard.TrySetResult(notice));

        (await redis.TakeAsync(10, redis.Minute(held: 4))).Charges.Should().Equal(new QuotaCharge(5, 100, 100));
        (await redis.TakeAsync(0, redis.Minute(held: 9))).Charges.Should().Equal(new QuotaCharge(-9, 91, 100));

        (await heard.Task.WaitAsync(RedisFixture.Patience)).Kind.Should().Be(QuotaNoticeKind.Room);
    }

    [RedisFact]
    public async Task Calls_that_the_store_does_not_know_of_are_counted_whatever_the_limit()
    {
        using RedisFixture redis = new();
        await redis.StartedAsync();

        (await redis.TakeAsync(10, redis.Minute(held: -103))).Charges.Should().Equal(new QuotaCharge(103, 103, 100));
    }

    [RedisFact]
    public async Task Hosts_that_ask_for_the_first_time_are_counted_for_the_instance_and_the_next()
    {
        using RedisFixture redis = new();
        await redis.StartedAsync();
        var first = redis.Minute() with { IsFirst = true };

        (await redis.TakeAsync(1, redis.Minute())).Charges[0].Hosts.Should().Be(0);
        (await redis.TakeAsync(1, first)).Charges[0].Hosts.Should().Be(1);
        (await redis.TakeAsync(1, first)).Charges[0].Hosts.Should().Be(2);
        (await redis.TakeAsync(1, redis.Minute(number: 101) with { IsFirst = true })).Charges[0].Hosts.Should().Be(2, "the instance before had more");
        (await redis.TakeAsync(1, redis.Minute(number: 102))).Charges[0].Hosts.Should().Be(1);
    }

    [RedisFact]
    public async Task The_smaller_of_two_limits_holds_in_its_instance_and_the_next()
    {
        using RedisFixture redis = new();
        await redis.StartedAsync();
        await redis.TakeAsync(1, redis.Minute(limit: 60));

        (await redis.TakeAsync(100, redis.Minute())).Charges.Should().Equal(new QuotaCharge(59, 60, 60));
        (await redis.TakeAsync(100, redis.Minute(number: 101))).Charges.Should().Equal(new QuotaCharge(60, 60, 60));
        (await redis.TakeAsync(100, redis.Minute(number: 102))).Charges.Should().Equal(new QuotaCharge(100, 100, 100));
        (await redis.TakeAsync(100, redis.Minute(number: 103, share: 50))).Charges.Should().Equal(new QuotaCharge(50, 50, 100));
    }

    [RedisFact]
    public async Task An_empty_store_grants_nothing_for_two_seconds_and_counts_what_hosts_report()
    {
        using RedisFixture redis = new();
        TaskCompletionSource<QuotaNotice> heard = new();
        await using var listening = await redis.Other.ListenAsync(redis.Tenant, notice => heard.TrySetResult(notice));

        var first = await redis.TakeAsync(10, redis.Minute(held: -30));
        var stale = await redis.One.TakeAsync(new(redis.Tenant, "sync", first.Epoch - 1, 10, [redis.Minute()]));

        first.Charges.Should().Equal(new QuotaCharge(30, 30, 100));
        first.RetryAfter.Should().BeCloseTo(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1)).And.BeLessThanOrEqualTo(TimeSpan.FromSeconds(2));
        stale.Charges.Should().BeEmpty("the host must report first");
        stale.Epoch.Should().Be(first.Epoch);
        (await heard.Task.WaitAsync(RedisFixture.Patience)).Kind.Should().Be(QuotaNoticeKind.Missed);
    }

    [RedisFact]
    public async Task A_closure_is_told_at_once_and_kept_for_hosts_that_start_later()
    {
        using RedisFixture redis = new();
        await redis.StartedAsync();
        TaskCompletionSource<QuotaNotice> heard = new();
        await using var listening = await redis.Other.ListenAsync(redis.Tenant, notice => heard.TrySetResult(notice));
        DateTimeOffset until = new(2031, 3, 1, 12, 0, 0, TimeSpan.Zero);

        await redis.One.CloseAsync(redis.Tenant, "sync", until, TimeSpan.FromMinutes(1));

        (await heard.Task.WaitAsync(RedisFixture.Patience)).Should().Be(new QuotaNotice(QuotaNoticeKind.Closed, "sync", until));
        (await redis.TakeAsync(1, redis.Minute())).ClosedUntil.Should().Be(until);
        (await redis.One.TakeAsync(new(redis.Tenant, "users", 0, 1, [redis.Minute()]))).ClosedUntil.Should().BeNull();
    }

    [RedisFact]
    public async Task Every_key_expires_and_all_keys_of_a_tenant_are_in_one_slot()
    {
        using RedisFixture redis = new();
        await redis.TakeAsync(1, redis.Minute(), new QuotaClaim("day", TimeSpan.FromDays(1), 7, 25, 25, 0));
        await redis.One.CloseAsync(redis.Tenant, "sync", DateTimeOffset.MaxValue, TimeSpan.FromMinutes(1));

        redis.Keys.Should().HaveCount(4);
        foreach (var key in redis.Keys)
        {
            (await redis.Database.KeyTimeToLiveAsync(key)).Should().BePositive().And.BeLessThanOrEqualTo(TimeSpan.FromDays(3));
        }

        redis.Keys.Select(key => redis.Connection.HashSlot(key)).Distinct().Should().ContainSingle();
    }

    [RedisFact]
    public async Task Keys_of_another_version_are_refused_with_the_remedy()
    {
        using RedisFixture redis = new();
        await redis.StartedAsync(version: "2");

        (await FluentActions.Awaiting(() => redis.TakeAsync(1, redis.Minute())).Should().ThrowAsync<QuotaStoreException>()).WithMessage("*Give all hosts the same version*");
    }

    [RedisFact]
    public async Task A_clock_of_the_server_that_is_set_forward_or_back_invents_no_permits_and_takes_none()
    {
        using RedisFixture redis = new();
        await redis.StartedAsync();
        QuotaClaim day = new("day", TimeSpan.FromDays(1), 7, 1_000, 1_000, 0);
        foreach (var hours in new[] { 1, -1, 30, -30 })
        {
            await redis.TakeAsync(10, redis.Minute(number: 200 + hours), day);

            await redis.SetClockAsync(TimeSpan.FromHours(hours));

            await redis.TakeAsync(1, new QuotaClaim("rare", TimeSpan.FromHours(1), 9, 1_000, 1_000, 0));
            var grant = await redis.TakeAsync(100, redis.Minute(number: 200 + hours), day);
            grant.RetryAfter.Should().Be(TimeSpan.Zero, "the server knows everything");
            grant.Charges[0].Should().Be(new QuotaCharge(90, 100, 100), "set by {0} hours", hours);
        }

        (await redis.TakeAsync(1, redis.Minute(number: 500), day)).Charges.Should().Equal(new QuotaCharge(1, 1, 100), new QuotaCharge(1, 401, 1_000));
    }

    [RedisFact]
    public async Task Instances_that_ended_are_forgotten()
    {
        using RedisFixture redis = new();
        await redis.StartedAsync();
        for (var number = 100; number < 110; number++)
        {
            await redis.TakeAsync(1, redis.Minute(number: number));
            await redis.SetClockAsync(TimeSpan.FromMinutes(1));
        }

        (await redis.CountInstancesAsync()).Should().BeLessThan(6);
    }

    [RedisFact]
    public async Task Tenants_and_environments_on_one_server_share_nothing()
    {
        using RedisFixture redis = new();
        await redis.StartedAsync();
        var sandbox = $"sandbox-{redis.Tenant}";
        await redis.One.TakeAsync(new(sandbox, "sync", 0, 1, [redis.Minute()]));
        await redis.SetClockAsync(TimeSpan.FromSeconds(3));
        List<QuotaNotice> heard = [];
        TaskCompletionSource told = new();
        await using var other = await redis.Other.ListenAsync(sandbox, heard.Add);
        await using var own = await redis.Other.ListenAsync(redis.Tenant, notice => _ = notice.Kind == QuotaNoticeKind.Closed && told.TrySetResult());

        (await redis.TakeAsync(100, redis.Minute())).Charges[0].Charged.Should().Be(100);
        await redis.TakeAsync(0, redis.Minute(held: 20));
        await redis.One.CloseAsync(redis.Tenant, "sync", DateTimeOffset.MaxValue, TimeSpan.FromMinutes(1));
        await told.Task.WaitAsync(RedisFixture.Patience);

        var grant = await redis.One.TakeAsync(new(sandbox, "sync", 0, 100, [redis.Minute(limit: 60)]));
        grant.Charges.Should().Equal(new QuotaCharge(60, 60, 60));
        grant.ClosedUntil.Should().BeNull();
        heard.Should().BeEmpty();
    }

    [Fact]
    public async Task A_server_that_is_away_is_named_with_the_remedy()
    {
        using RedisQuotaStore store = new("127.0.0.1:1,connectTimeout=100,connectRetry=0,asyncTimeout=500");

        (await FluentActions.Awaiting(() => store.TakeAsync(new("acme", "sync", 0, 1, [])).AsTask()).Should().ThrowAsync<QuotaStoreException>()).WithMessage("Redis cannot be reached.*");
    }

    [Theory]
    [InlineData("localhost:6379,unknown=1,password=hunter2")]
    [InlineData("password=hunter2")]
    [InlineData("localhost:99999,password=hunter2,connectTimeout=x")]
    public void A_connection_string_that_does_not_parse_is_refused_without_its_secrets(string text) =>
        FluentActions.Invoking(() => new RedisQuotaStore(text)).Should().Throw<ArgumentException>()
            .Where(exception => exception.Message.Contains("localhost:6379", StringComparison.Ordinal) && !exception.ToString().Contains("hunter2", StringComparison.Ordinal));

    [Fact]
    public void A_connection_of_the_application_is_not_disposed_and_must_be_given() =>
        FluentActions.Invoking(() => new RedisQuotaStore((IConnectionMultiplexer)null!)).Should().Throw<ArgumentNullException>();
}
