using Gainsight.Client.IntegrationTests.Query;

namespace Gainsight.Client.IntegrationTests.Quota;

/// <summary>Several clients in one process share one tenant's quota.</summary>
public sealed class SharedQuotaTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(-3)]
    public async Task Four_clients_make_a_thousand_calls_in_ten_windows_without_one_refusal(int secondsFast)
    {
        await using var tenant = await Tenant.StartAsync(clockOffset: TimeSpan.FromSeconds(secondsFast));
        var gsid = tenant.Companies.Insert(("Name", "Acme"));
        GainsightClient[] clients = [.. Enumerable.Range(0, 4).Select(_ => tenant.CreateClient())];
        var next = -1;

        await Task.WhenAll(Enumerable.Range(0, 40).Select(async worker =>
        {
            while (Interlocked.Increment(ref next) < 1000)
            {
                (await clients[worker % 4].Companies.GetAsync(gsid))!.Name.Should().Be("Acme");
            }
        }));

        var calls = tenant.Emulator.Requests.Snapshot();
        calls.Should().HaveCount(1000).And.OnlyContain(call => call.Status == 200);
        calls.GroupBy(call => call.Time.Ticks / TimeSpan.TicksPerMinute).Select(window => window.Count())
            .Should().HaveCount(10).And.OnlyContain(count => count == 100);
    }

    [Fact]
    public async Task A_throttled_call_caused_by_other_integrations_closes_the_bucket_for_all_clients()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsid = tenant.Companies.Insert(("Name", "Acme"));
        var impatient = tenant.CreateClient(options => options.Quota.MaxQueueWait = TimeSpan.Zero);
        var other = tenant.CreateClient();
        await impatient.Companies.GetAsync(gsid);
        tenant.Emulator.Limits.CallsPerMinute = 1;

        var refusal = (await ((Func<Task>)(() => impatient.Companies.GetAsync(gsid)))
            .Should().ThrowAsync<GainsightThrottledException>()).Which;
        var closed = other.Quota;
        tenant.Emulator.Limits.CallsPerMinute = 100;
        var row = await other.Companies.GetAsync(gsid);

        refusal.Message.Should().Contain("other integrations").And.Contain("Quota.MaxQueueWait").And.Contain("Quota.Share");
        closed.ClosedBuckets.Should().ContainKey("sync").WhoseValue.Should()
            .BeCloseTo(new DateTimeOffset(2026, 6, 4, 12, 1, 0, TimeSpan.Zero), TimeSpan.FromSeconds(1.5));
        closed.Windows.Single(window => window.Name == "sync-minute").Remaining.Should().Be(0);
        row!.Name.Should().Be("Acme");
        tenant.Emulator.Requests.Snapshot().Select(call => (call.Time.Minute, call.Status)).Should().Equal((0, 200), (0, 429), (1, 200));
        other.Quota.ClosedBuckets.Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_throttled_call_says_when_its_bucket_opens_even_without_retry_after(bool retryAfter)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.RetryAfter = retryAfter;
        var gainsight = tenant.CreateClient(options => options.Quota.MaxQueueWait = TimeSpan.Zero);
        await gainsight.CheckConnectionAsync();
        tenant.Emulator.Limits.CallsPerMinute = 1;

        var refusal = (await ((Func<Task>)(() => gainsight.Metadata.DescribeAsync("Company")))
            .Should().ThrowAsync<GainsightThrottledException>()).Which;

        refusal.RetryAt.Should().Be(gainsight.Quota.ClosedBuckets["sync"]).And.BeAfter(tenant.Clock.GetUtcNow());
    }

    [Fact]
    public async Task An_exhausted_daily_quota_is_reported_with_its_window_and_its_opening_time()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsid = tenant.Companies.Insert(("Name", "Acme"));
        var gainsight = tenant.CreateClient(options => options.Quota.SetLimit("sync-day", 5));
        for (var i = 0; i < 5; i++)
        {
            await gainsight.Companies.GetAsync(gsid);
        }

        var now = tenant.Clock.GetUtcNow();
        var failure = (await ((Func<Task>)(() => gainsight.Companies.GetAsync(gsid)))
            .Should().ThrowAsync<GainsightQuotaExceededException>()).Which;

        failure.Window.Should().Be("sync-day");
        failure.RetryAt.Should().BeCloseTo(new DateTimeOffset(2026, 6, 5, 0, 0, 0, TimeSpan.Zero), TimeSpan.FromSeconds(2)).And.BeOnOrAfter(now.Date.AddDays(1));
        failure.Message.Should().Contain("2026-06-05 00:00:0").And.Contain("MaxQueueWait").And.Contain("sync-day");
        tenant.Clock.GetUtcNow().Should().Be(now, "the client does not wait for a limit that it can foresee");
        tenant.Emulator.Requests.Count.Should().Be(5);
    }

    [Fact]
    public async Task A_client_can_choose_to_wait_for_an_exhausted_daily_quota()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsid = tenant.Companies.Insert(("Name", "Acme"));
        tenant.Emulator.Limits.CallsPerDay = 5;
        var gainsight = tenant.CreateClient(options =>
        {
            options.Quota.SetLimit("sync-day", 5);
            options.Quota.MaxQueueWait = TimeSpan.FromDays(1);
        });

        for (var i = 0; i < 8; i++)
        {
            (await gainsight.Companies.GetAsync(gsid)).Should().NotBeNull();
        }

        tenant.Emulator.Requests.Snapshot().Select(call => (call.Time.Day, call.Status)).Should().Equal(
            (4, 200), (4, 200), (4, 200), (4, 200), (4, 200), (5, 200), (5, 200), (5, 200));
    }

    [Fact]
    public async Task A_share_leaves_the_rest_of_every_window_to_other_integrations()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsid = tenant.Companies.Insert(("Name", "Acme"));
        var gainsight = tenant.CreateClient(options => options.Quota.Share = 0.25);

        await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => gainsight.Companies.GetAsync(gsid)));

        tenant.Emulator.Requests.Snapshot().GroupBy(call => call.Time.Minute).Select(window => window.Count()).Should().Equal(25, 25, 10);
        gainsight.Quota.Windows.Single(window => window.Name == "sync-minute").Limit.Should().Be(25);
    }

    [Fact]
    public async Task The_quota_numbers_cover_all_clients_of_the_tenant()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsid = tenant.Companies.Insert(("Name", "Acme"));
        var one = tenant.CreateClient();
        var other = tenant.CreateClient(options => options.Quota.Share = 0.5);
        for (var i = 0; i < 7; i++)
        {
            await (i % 2 == 0 ? one : other).Companies.GetAsync(gsid);
        }

        var minute = one.Quota.Windows.Single(window => window.Name == "sync-minute");
        var half = other.Quota.Windows.Single(window => window.Name == "sync-minute");
        var day = one.Quota.Windows.Single(window => window.Name == "sync-day");

        (minute.Limit, minute.Used, minute.Remaining).Should().Be((100, 7, 93));
        (half.Limit, half.Used, half.Remaining).Should().Be((50, 7, 43));
        (day.Limit, day.Used).Should().Be((50_000, 7));
        minute.ResetsAt.Should().BeCloseTo(new DateTimeOffset(2026, 6, 4, 12, 1, 0, TimeSpan.Zero), TimeSpan.FromSeconds(1.5));
        one.Quota.ClosedBuckets.Should().BeEmpty();
        (one.Quota.WaitingInteractive, one.Quota.WaitingBulk).Should().Be((0, 0));
    }

    [Fact]
    public async Task Bulk_reads_do_not_starve_single_calls()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 3000);
        var gsid = tenant.Companies.Insert(("Name", "Acme"));
        tenant.Emulator.Limits.CallsPerMinute = 10;
        var bulk = tenant.CreateClient(options => options.Quota.SetLimit("sync-minute", 10));
        var interactive = tenant.CreateClient(options => options.Quota.SetLimit("sync-minute", 10));
        Task[] reads = [.. Enumerable.Range(0, 6).Select(_ => Task.Run(() => ReadAllAsync(bulk)))];

        List<TimeSpan> waits = [];
        for (var i = 0; i < 8; i++)
        {
            var asked = tenant.Clock.GetUtcNow();
            await interactive.Companies.GetAsync(gsid);
            waits.Add(tenant.Clock.GetUtcNow() - asked);
        }

        var unfinished = Array.TrueForAll(reads, read => !read.IsCompleted);
        await Task.WhenAll(reads);

        unfinished.Should().BeTrue("the single calls ran in between");
        waits.Should().OnlyContain(wait => wait < TimeSpan.FromSeconds(63), "the next window has room for it");
        var calls = tenant.Emulator.Requests.Snapshot();
        calls.Should().HaveCount((6 * 31) + 8).And.OnlyContain(call => call.Status == 200);
        calls.GroupBy(call => call.Time.Ticks / TimeSpan.TicksPerMinute).Should().OnlyContain(window => window.Count() <= 10);
    }

    private static async Task ReadAllAsync(GainsightClient gainsight)
    {
        await foreach (var _ in gainsight.Companies.Query().ReadAsync(new ReadOptions { PageSize = 100 }))
        {
        }
    }
}
