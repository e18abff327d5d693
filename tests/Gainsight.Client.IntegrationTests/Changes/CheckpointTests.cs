using Gainsight.Client.IntegrationTests.Query;

namespace Gainsight.Client.IntegrationTests.Changes;

/// <summary>From which checkpoints a feed can continue.</summary>
public sealed class CheckpointTests
{
    [Fact]
    public async Task A_checkpoint_of_another_object_is_refused_before_any_call()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var checkpoint = (await Feed.ReadAsync(gainsight, ChangeCheckpoint.Beginning))[^1].Checkpoint;
        var calls = tenant.Emulator.Requests.Count;

        Action read = () => gainsight.Changes.ReadAsync(gainsight.Objects("Asset__gc").Query(), checkpoint);

        read.Should().Throw<ArgumentException>().WithMessage("*to the object Company*Asset__gc*");
        tenant.Emulator.Requests.Count.Should().Be(calls);
    }

    [Fact]
    public async Task A_checkpoint_of_another_tenant_is_refused_before_any_call()
    {
        await using var one = await Tenant.StartAsync();
        await using var other = await Tenant.StartAsync();
        var checkpoint = (await Feed.ReadAsync(one.CreateClient(), ChangeCheckpoint.Beginning))[^1].Checkpoint;
        var gainsight = other.CreateClient();

        Action read = () => gainsight.Changes.ReadAsync(gainsight.Companies.Query(), ChangeCheckpoint.Parse(checkpoint.ToString()));

        read.Should().Throw<ArgumentException>().WithMessage($"*{one.BaseAddress.Authority}*{other.BaseAddress.Authority}*");
        other.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_feed_can_begin_with_the_rows_of_the_last_25_days_and_loses_no_later_change_or_deletion()
    {
        await using var tenant = await Tenant.StartAsync();
        var old = tenant.Companies.Insert(("Name", "old"));
        tenant.Clock.Advance(TimeSpan.FromDays(10));
        string[] recent = [tenant.Companies.Insert(("Name", "first")), tenant.Companies.Insert(("Name", "second"))];
        var gone = tenant.Companies.Insert(("Name", "gone"));
        tenant.Companies.Delete(gone);
        tenant.Clock.Advance(TimeSpan.FromDays(20));
        var gainsight = tenant.CreateClient();
        var query = gainsight.Companies.Query().Select(CompanyFields.Name, CompanyFields.CreatedDate);
        var since = ChangeCheckpoint.Parse(ChangeCheckpoint.BeginningAt(tenant.Clock.GetUtcNow().AddDays(-25)).ToString());

        var first = await Feed.ReadAsync(gainsight, query, since);
        tenant.Companies.Delete(recent[0]);
        tenant.Companies.Update(old, ("Employees", 5));
        tenant.Clock.Advance(Feed.Settled);
        var interrupted = await Feed.ReadAsync(gainsight, query, first[0].Checkpoint);
        var second = await Feed.ReadAsync(gainsight, query, first[^1].Checkpoint);

        first.SkipLast(1).Select(change => (change.Kind, change.Gsid)).Should().BeEquivalentTo(recent.Select(gsid => (ChangeKind.Created, gsid)));
        interrupted.Of(ChangeKind.Deleted).Should().Equal(recent[0]);
        interrupted.Select(change => change.Gsid).Should().Contain([recent[1], old]);
        second.SkipLast(1).Select(change => (change.Kind, change.Gsid)).Should().Equal((ChangeKind.Deleted, recent[0]), (ChangeKind.Updated, old));
    }

    [Fact]
    public async Task A_checkpoint_works_for_15_days_and_then_throws_with_what_is_lost()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, 2);
        tenant.Clock.Advance(Feed.Settled);
        var gainsight = tenant.CreateClient();
        var caughtUp = (await Feed.ReadAsync(gainsight, ChangeCheckpoint.Beginning))[^1];
        tenant.Clock.Advance(TimeSpan.FromMinutes(10));
        tenant.Companies.Delete(gsids[0]);

        tenant.Clock.Advance(TimeSpan.FromDays(15) - TimeSpan.FromMinutes(11));
        var inTime = await Feed.ReadAsync(gainsight, caughtUp.Checkpoint);
        tenant.Clock.Advance(TimeSpan.FromMinutes(2));
        var late = (await ((Func<Task>)(() => Feed.ReadAsync(gainsight, caughtUp.Checkpoint)))
            .Should().ThrowAsync<ChangeCheckpointExpiredException>()).Which;

        inTime.Of(ChangeKind.Deleted).Should().Equal(gsids[0]);
        late.LostFrom.Should().Be(caughtUp.At!.Value);
        late.LostUntil.Should().BeCloseTo(tenant.Clock.GetUtcNow().AddDays(-15), TimeSpan.FromSeconds(3));
        late.Message.Should().Contain("Company").And.Contain("ChangeCheckpoint.Beginning");
        (await Feed.ReadAsync(gainsight, ChangeCheckpoint.Beginning)).Of(ChangeKind.Upserted).Should().Equal(gsids[1]);
    }

    [Fact]
    public async Task A_checkpoint_that_expires_during_the_read_is_detected_before_deletions_are_missed()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 30);
        tenant.Clock.Advance(TimeSpan.FromDays(14.9));
        var gainsight = Feed.InProcess(tenant, query =>
        {
            if (query == 4)
            {
                tenant.Clock.Advance(TimeSpan.FromDays(0.2));
            }
        }, options => options.AttemptTimeout = TimeSpan.FromDays(1));

        await ((Func<Task>)(() => Feed.ReadAsync(gainsight, ChangeCheckpoint.Since(VirtualClockStart(tenant)))))
            .Should().ThrowAsync<ChangeCheckpointExpiredException>();

        static DateTimeOffset VirtualClockStart(Tenant tenant) => tenant.Clock.GetUtcNow().AddDays(-14.9);
    }

    [Fact]
    public async Task Queries_that_cannot_be_followed_are_refused_before_any_call()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var companies = gainsight.Companies.Query();
        var or = CompanyFields.Arr.GreaterThan(1m) | CompanyFields.Mrr.GreaterThan(1m);
        var many = CompanyFields.Arr.GreaterThan(0m);
        for (var i = 1; i < 24; i++)
        {
            many &= CompanyFields.Arr.GreaterThan(i);
        }

        Refused(companies.OrderBy(CompanyFields.Name), "*OrderBy*");
        Refused(companies.Take(5), "*Take*");
        Refused(companies.Where(or), "*|*");
        Refused(companies.Where(many), "*adds 3 conditions*");
        Refused(tenant.CreateClient().Companies.Query(), "*another client*");
        tenant.Emulator.Requests.Count.Should().Be(0);

        void Refused(RecordQuery<Company> query, string message) =>
            ((Action)(() => gainsight.Changes.ReadAsync(query, ChangeCheckpoint.Beginning))).Should().Throw<ArgumentException>().WithMessage(message);
    }
}
