using System.Net;
using Gainsight.Client.IntegrationTests.Query;
using Gainsight.Client.IntegrationTests.Writes;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.IntegrationTests.Changes;

/// <summary>What a feed makes of odd logs, clocks and checkpoints.</summary>
public sealed class FeedOrderTests
{
    [Fact]
    public async Task The_deletion_of_a_row_that_was_created_again_comes_before_it()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, 3);
        tenant.Clock.Advance(Feed.Settled);
        var gainsight = tenant.CreateClient();
        var checkpoint = (await Feed.ReadAsync(gainsight, ChangeCheckpoint.Beginning))[^1].Checkpoint;
        tenant.Companies.Delete(gsids[1]);
        tenant.Clock.Advance(TimeSpan.FromSeconds(5));
        tenant.Companies.Insert(("Gsid", gsids[1]), ("Name", "again"));
        tenant.Clock.Advance(Feed.Settled);

        var changes = await Feed.ReadAsync(gainsight, checkpoint);

        changes.Select(change => (change.Kind, change.Gsid)).Should().Equal(
            (ChangeKind.Deleted, gsids[1]), (ChangeKind.Upserted, gsids[1]), (ChangeKind.CaughtUp, null));
    }

    [Fact]
    public async Task A_row_of_the_log_without_an_id_is_skipped_and_logged()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, 30);
        tenant.Clock.Advance(Feed.Settled);
        using var logs = new Logs();
        var gainsight = Feed.InProcess(tenant, configure: options => options.LoggerFactory = logs);
        var checkpoint = (await Feed.ReadAsync(gainsight, ChangeCheckpoint.Beginning))[^1].Checkpoint;
        gsids[..12].ForEach(gsid => tenant.Companies.Delete(gsid));
        tenant.Emulator.Object("record_delete_log").Insert(("ObjectName", "Company"), ("DeletedOn", tenant.Clock.GetUtcNow()));
        gsids[12..25].ForEach(gsid => tenant.Companies.Delete(gsid));
        tenant.Clock.Advance(Feed.Settled);

        var changes = await Feed.ReadAsync(gainsight, checkpoint);

        changes.Of(ChangeKind.Deleted).Distinct().Should().BeEquivalentTo(gsids[..25]);
        logs.Ids.Should().Contain(403);
    }

    [Fact]
    public async Task Deletions_from_before_the_log_are_refused_instead_of_left_out()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        ((Action)(() => gainsight.Changes.ReadDeletedAsync(tenant.Clock.GetUtcNow().AddDays(-20)))).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("*15 days*").Which.ParamName.Should().Be("since");
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_checkpoint_of_another_filter_or_of_the_future_is_refused_before_any_call()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 3);
        tenant.Clock.Advance(Feed.Settled);
        var gainsight = tenant.CreateClient();
        var all = gainsight.Companies.Query().Select(CompanyFields.Name);
        var some = all.Where(CompanyFields.Employees.GreaterThan(5));
        var narrow = ChangeCheckpoint.Parse((await Feed.ReadAsync(gainsight, some, ChangeCheckpoint.Beginning))[^1].Checkpoint.ToString());
        var calls = tenant.Emulator.Requests.Count;

        ((Action)(() => gainsight.Changes.ReadAsync(all, narrow))).Should().Throw<ArgumentException>().WithMessage("*another filter*");
        ((Action)(() => gainsight.Changes.ReadAsync(all.Where(CompanyFields.Employees.GreaterThan(6)), narrow))).Should().Throw<ArgumentException>();
        ((Action)(() => gainsight.Changes.ReadAsync(all, ChangeCheckpoint.Since(tenant.Clock.GetUtcNow().AddYears(1)))))
            .Should().Throw<ArgumentException>().WithMessage("*later than*").Which.ParamName.Should().Be("since");
        tenant.Emulator.Requests.Count.Should().Be(calls);

        await Feed.ReadAsync(gainsight, some.Select(CompanyFields.Arr), narrow);
        await ((Func<Task>)(() => Feed.ReadAsync(gainsight, all, ChangeCheckpoint.Since(tenant.Clock.GetUtcNow().AddHours(2))))).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task A_tenant_that_refuses_to_look_for_rows_without_a_date_is_read_all_the_same()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, 25);
        tenant.Clock.Advance(Feed.Settled);
        using var logs = new Logs();
        var gainsight = tenant.CreateClient(options =>
        {
            options.LoggerFactory = logs;
            options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
            {
                Answer = (request, _, _) => request.Content!.ReadAsStringAsync().Result.Contains("\"IS_NULL\"", StringComparison.Ordinal)
                    ? (HttpStatusCode.BadRequest, Intercept.Refusal)
                    : null,
            };
        });

        (await Feed.ReadAsync(gainsight, ChangeCheckpoint.Beginning)).Of(ChangeKind.Upserted).Should().BeEquivalentTo(gsids);

        logs.Ids.Should().ContainSingle(id => id == 404);
    }

    [Fact]
    public async Task Without_the_clock_of_the_tenant_a_feed_stops_earlier_and_loses_nothing()
    {
        await using var tenant = await Tenant.StartAsync(clockOffset: TimeSpan.FromMinutes(-10));
        var gsids = KeysetTests.Insert(tenant, 3);
        tenant.Clock.Advance(Feed.Settled);
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new WithoutDate(options.PrimaryHandler!));

        var first = await Feed.ReadAsync(gainsight, ChangeCheckpoint.Beginning);
        tenant.Clock.Advance(ChangesClient.ClockMargin);
        var second = await Feed.ReadAsync(gainsight, first[^1].Checkpoint);
        var late = tenant.Companies.Insert(("Name", "late"));
        tenant.Clock.Advance(ChangesClient.ClockMargin + Feed.Settled);
        var third = await Feed.ReadAsync(gainsight, second[^1].Checkpoint);

        (tenant.Clock.GetUtcNow() - third[^1].At!.Value).Should().BeGreaterThan(ChangesClient.ClockMargin);
        first.Concat(second).Concat(third).Of(ChangeKind.Upserted).Distinct().Should().BeEquivalentTo([.. gsids, late]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_hour_that_comes_twice_loses_no_row(bool first)
    {
        await using var tenant = await Tenant.StartAsync();
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Lisbon");
        var begin = new DateTimeOffset(2026, 10, 25, 0, 0, 0, TimeSpan.Zero);
        tenant.Clock.Advance(begin - tenant.Clock.GetUtcNow() - TimeSpan.FromMinutes(30));
        var gainsight = Feed.InProcess(tenant, configure: options =>
        {
            options.FilterTimeZone = zone;
            options.PrimaryHandler = new LocalTimes(options.PrimaryHandler!, zone, first);
        });
        List<string> gsids = [tenant.Companies.Insert(("Name", "before"))];
        tenant.Clock.Advance(Feed.Settled);
        var checkpoint = ChangeCheckpoint.Since(tenant.Clock.GetUtcNow().AddMinutes(-30));

        List<string?> read = [];
        for (var i = 0; i < 240; i++)
        {
            gsids.Add(tenant.Companies.Insert(("Name", $"{i}")));
            tenant.Clock.Advance(TimeSpan.FromMinutes(1));
            if (i % 17 == 0)
            {
                await ReadAsync();
            }
        }

        tenant.Clock.Advance(Feed.Settled);
        await ReadAsync();

        read.Distinct().Should().BeEquivalentTo(gsids);

        async Task ReadAsync()
        {
            var changes = await Feed.ReadAsync(gainsight, checkpoint);
            read.AddRange(changes.Of(ChangeKind.Upserted));
            checkpoint = changes[^1].Checkpoint;
        }
    }

    private sealed class WithoutDate(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            response.Headers.Date = null;
            return response;
        }
    }
}
