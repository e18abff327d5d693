using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Query;

namespace Gainsight.Client.IntegrationTests.Changes;

/// <summary>Feeds of objects whose fields have other names.</summary>
public sealed class AnyObjectFeedTests
{
    private static readonly Field<DateTimeOffset> ScoredAt = Field.Custom<DateTimeOffset>("score_modified_at__gc");
    private static readonly Field<decimal> Id = Field.Custom<decimal>("Id");

    [Fact]
    public async Task The_date_of_an_object_known_by_name_is_found()
    {
        await using var tenant = await Tenant.StartAsync();
        var responses = tenant.Emulator.Object("nps_survey_response");
        var gsids = Enumerable.Range(0, 25).Select(_ => responses.Insert()).ToList();
        tenant.Clock.Advance(Feed.Settled);
        var gainsight = tenant.CreateClient();
        var query = gainsight.Objects("nps_survey_response").Query();

        var first = await Feed.ReadAsync(gainsight, query, ChangeCheckpoint.Beginning);
        responses.Update(gsids[3], ("ModifiedAt", tenant.Clock.GetUtcNow()));
        tenant.Clock.Advance(Feed.Settled);
        var second = await Feed.ReadAsync(gainsight, query, first[^1].Checkpoint);

        first.SkipLast(1).Select(change => change.Gsid).Should().BeEquivalentTo(gsids);
        second.SkipLast(1).Select(change => change.Gsid).Should().Equal(gsids[3]);
    }

    [Fact]
    public async Task The_key_and_the_date_of_an_object_can_be_named()
    {
        await using var tenant = await Tenant.StartAsync();
        var facts = tenant.Emulator.Object("customer_health_scorecard_fact_1");
        for (var i = 0; i < 25; i++)
        {
            facts.Insert(("trend__gc", i), ("score_modified_at__gc", tenant.Clock.GetUtcNow().AddSeconds(-1000 + (i / 15))));
        }

        tenant.Clock.Advance(Feed.Settled);
        var gainsight = tenant.CreateClient();
        var query = gainsight.Objects("customer_health_scorecard_fact_1").Query();
        var options = new ChangeOptions { ModifiedDate = ScoredAt, Key = Id, Reading = Feed.Pages };

        List<Change<ObjectRecord>> changes = [];
        await foreach (var change in gainsight.Changes.ReadAsync(query, ChangeCheckpoint.Beginning, options))
        {
            changes.Add(change);
        }

        changes.SkipLast(1).Select(change => change.Record!.Get(Field.Custom<decimal>("trend__gc")))
            .Should().BeEquivalentTo(Enumerable.Range(0, 25).Select(i => (decimal?)i));
        changes[0].Gsid.Should().NotBeNullOrEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_tenant_that_returns_one_row_at_a_time_and_ignores_the_key_is_followed_to_the_end(int cap)
    {
        await using var tenant = await Tenant.StartAsync();
        var assets = tenant.Emulator.Object("Asset__gc");
        var gsids = Enumerable.Range(0, 12).Select(_ => assets.Insert()).ToList();
        tenant.Clock.Advance(Feed.Settled);
        tenant.Emulator.Switches.PageCap = cap;
        tenant.Emulator.Switches.GsidGreaterThan = OperatorSupport.Refused;
        using var limit = new CancellationTokenSource();
        var gainsight = Feed.InProcess(tenant, call =>
        {
            if (call > 1000)
            {
                limit.Cancel();
            }
        });

        List<string?> followed = [];
        await foreach (var change in gainsight.Changes.ReadAsync(gainsight.Objects("Asset__gc").Query(), ChangeCheckpoint.Beginning, limit.Token))
        {
            followed.Add(change.Gsid);
        }

        followed.SkipLast(1).Distinct().Should().BeEquivalentTo(gsids);
    }

    [Fact]
    public async Task An_object_without_a_date_says_which_option_names_it()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var query = gainsight.Objects("account_scorecard_history").Query();

        (await ((Func<Task>)(() => Feed.ReadAsync(gainsight, query, ChangeCheckpoint.Beginning))).Should().ThrowAsync<GainsightValidationException>())
            .Which.Message.Should().Contain("account_scorecard_history").And.Contain("ChangeOptions.ModifiedDate");
        ((Action)(() => gainsight.Changes.ReadAsync(query, ChangeCheckpoint.Beginning, new ChangeOptions { Key = ScoredAt })))
            .Should().Throw<ArgumentException>().WithMessage("*key of a feed*");
    }

    [Fact]
    public async Task Created_rows_are_told_from_updated_ones_if_the_query_reads_when_they_were_created()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, 15);
        tenant.Clock.Advance(Feed.Settled);
        var gainsight = tenant.CreateClient();
        var query = gainsight.Companies.Query().Select(CompanyFields.Name, SystemFields.CreatedDate);

        var first = await Feed.ReadAsync(gainsight, query, ChangeCheckpoint.Beginning);
        tenant.Companies.Update(gsids[2], ("Employees", 5));
        var added = tenant.Companies.Insert(("Name", "new"));
        tenant.Clock.Advance(TimeSpan.FromSeconds(5));
        tenant.Companies.Update(added, ("Employees", 5));
        tenant.Clock.Advance(Feed.Settled);
        var second = await Feed.ReadAsync(gainsight, query, ChangeCheckpoint.Parse(first[^1].Checkpoint.ToString()));
        var rest = await Feed.ReadAsync(gainsight, query, first[4].Checkpoint);

        first.SkipLast(1).Should().OnlyContain(change => change.Kind == ChangeKind.Created);
        second.SkipLast(1).Select(change => (change.Kind, change.Gsid)).Should().BeEquivalentTo([(ChangeKind.Updated, gsids[2]), (ChangeKind.Created, added)]);
        rest.SkipLast(1).Should().OnlyContain(change => change.Kind == ChangeKind.Created, "the first read had not caught up");
    }
}
