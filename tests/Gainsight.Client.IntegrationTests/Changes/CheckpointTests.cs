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
