using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Query;

namespace Gainsight.Client.IntegrationTests.Changes;

/// <summary>What a feed delivers, and when.</summary>
public sealed class ChangeFeedTests
{
    [Fact]
    public async Task The_first_read_returns_every_row_and_the_next_only_changes_and_deletions()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, 25);
        tenant.Clock.Advance(Feed.Settled);
        var gainsight = tenant.CreateClient();
        var first = await Feed.ReadAsync(gainsight, ChangeCheckpoint.Beginning);

        tenant.Clock.Advance(Feed.Settled);
        var changedAt = tenant.Clock.GetUtcNow();
        tenant.Companies.Update(gsids[3], ("Name", "Renamed"));
        tenant.Companies.Delete(gsids[4]);
        tenant.Clock.Advance(Feed.Settled);
        var second = await Feed.ReadAsync(gainsight, first[^1].Checkpoint);

        first.Of(ChangeKind.Upserted).Should().BeEquivalentTo(gsids);
        first.Should().HaveCount(26).And.OnlyContain(change => change.Kind == ChangeKind.CaughtUp || change.Record!.Gsid == change.Gsid);
        second.Select(change => (change.Kind, change.Gsid)).Should().Equal(
            (ChangeKind.Deleted, gsids[4]), (ChangeKind.Upserted, gsids[3]), (ChangeKind.CaughtUp, null));
        second[1].Record!.Name.Should().Be("Renamed");
        second[1].At.Should().Be(changedAt);
        second[0].At.Should().Be(changedAt);
        second[0].Record.Should().BeNull();
    }

    [Fact]
    public async Task A_read_of_an_unchanged_object_costs_three_calls()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 3);
        tenant.Clock.Advance(Feed.Settled);
        var gainsight = tenant.CreateClient();
        var checkpoint = (await Feed.ReadAsync(gainsight, ChangeCheckpoint.Beginning))[^1].Checkpoint;
        var calls = tenant.Emulator.Requests.Count;
        tenant.Clock.Advance(TimeSpan.FromMinutes(10));

        var quiet = await Feed.ReadAsync(gainsight, checkpoint);

        quiet.Should().ContainSingle().Which.Kind.Should().Be(ChangeKind.CaughtUp);
        quiet[0].At.Should().Be(tenant.Clock.GetUtcNow() - ChangesClient.SettleTime);
        quiet[0].Checkpoint.Should().NotBe(checkpoint);
        (tenant.Emulator.Requests.Count - calls).Should().Be(3);
    }

    [Fact]
    public async Task Changes_in_the_second_at_which_a_read_ends_are_returned_once_by_the_next_read()
    {
        await using var tenant = await Tenant.StartAsync();
        var doomed = tenant.Companies.Insert(("Name", "Doomed"));
        tenant.Clock.Advance(Feed.Settled);
        var gainsight = tenant.CreateClient();
        var checkpoint = (await Feed.ReadAsync(gainsight, ChangeCheckpoint.Beginning))[^1].Checkpoint;
        tenant.Clock.Advance(Feed.Settled);
        var second = tenant.Clock.GetUtcNow();
        var gsid = tenant.Companies.Insert(("Name", "New"));
        tenant.Companies.Delete(doomed);

        tenant.Clock.Advance(ChangesClient.SettleTime);
        var before = await Feed.ReadAsync(gainsight, checkpoint);
        tenant.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await Feed.ReadAsync(gainsight, before[^1].Checkpoint);
        var last = await Feed.ReadAsync(gainsight, after[^1].Checkpoint);

        before.Should().ContainSingle().Which.At.Should().Be(second, "the read ends in this second");
        after.Select(change => (change.Kind, change.Gsid)).Should().Equal((ChangeKind.Deleted, doomed), (ChangeKind.Upserted, gsid), (ChangeKind.CaughtUp, null));
        last.Should().ContainSingle();
    }

    [Fact]
    public async Task Rows_that_are_committed_late_with_an_earlier_time_are_not_lost()
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 3);
        var gainsight = tenant.CreateClient();
        var begun = tenant.Clock.GetUtcNow();
        tenant.Clock.Advance(ChangesClient.SettleTime - TimeSpan.FromSeconds(5));
        var early = await Feed.ReadAsync(gainsight, ChangeCheckpoint.Since(begun.AddHours(-1)));

        var late = tenant.Companies.Insert(("Name", "Late"), ("ModifiedDate", begun));
        tenant.Clock.Advance(Feed.Settled);
        var rest = await Feed.ReadAsync(gainsight, early[^1].Checkpoint);

        early.Should().ContainSingle("rows that are too recent are left for the next read");
        rest.Of(ChangeKind.Upserted).Should().HaveCount(4).And.Contain(late);
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(3600)]
    public async Task The_present_time_is_that_of_the_tenant(int seconds)
    {
        var offset = TimeSpan.FromSeconds(seconds);
        await using var tenant = await Tenant.StartAsync(clockOffset: offset);
        KeysetTests.Insert(tenant, 3);
        tenant.Clock.Advance(Feed.Settled);

        var changes = await Feed.ReadAsync(tenant.CreateClient(), ChangeCheckpoint.Beginning);

        changes.Of(ChangeKind.Upserted).Should().HaveCount(3);
        var now = tenant.Clock.GetUtcNow() + offset;
        changes[^1].At.Should().BeOnOrBefore(now - ChangesClient.SettleTime).And.BeOnOrAfter(now - ChangesClient.SettleTime - TimeSpan.FromSeconds(3));
    }

    [Theory]
    [InlineData(EmptyValueForm.Null, EmptyResultForm.EmptyRecords, QueryDataForm.RecordsObject)]
    [InlineData(EmptyValueForm.MissingKey, EmptyResultForm.NoDataFound, QueryDataForm.BareArray)]
    [InlineData(EmptyValueForm.EmptyTextForDates, EmptyResultForm.BadRequest, QueryDataForm.BareArray)]
    public async Task Rows_without_a_date_are_returned_only_by_the_first_read(EmptyValueForm values, EmptyResultForm results, QueryDataForm data)
    {
        await using var tenant = await Tenant.StartAsync();
        (tenant.Emulator.Switches.EmptyValues, tenant.Emulator.Switches.EmptyResult, tenant.Emulator.Switches.QueryData) = (values, results, data);
        List<string> undated = [.. Enumerable.Range(0, 25).Select(i => tenant.Companies.Insert(("Name", $"{i}"), ("ModifiedDate", null)))];
        var gainsight = tenant.CreateClient();

        var first = await Feed.ReadAsync(gainsight, ChangeCheckpoint.Beginning);
        var second = await Feed.ReadAsync(gainsight, first[^1].Checkpoint);

        first.Of(ChangeKind.Upserted).Should().BeEquivalentTo(undated);
        first[..^1].Should().OnlyContain(change => change.At == null);
        second.Should().ContainSingle();
    }

    [Fact]
    public async Task A_read_continues_within_a_second_that_has_more_rows_than_a_page()
    {
        await using var tenant = await Tenant.StartAsync();
        var second = tenant.Clock.GetUtcNow().AddHours(-1);
        List<string> gsids = [.. Enumerable.Range(0, 35).Select(i => tenant.Companies.Insert(("Name", $"{i}"), ("ModifiedDate", second)))];
        var gainsight = Feed.InProcess(tenant);
        var all = await Feed.ReadAsync(gainsight, ChangeCheckpoint.Beginning);

        var rest = await Feed.ReadAsync(gainsight, all[19].Checkpoint);

        all.Of(ChangeKind.Upserted).Should().BeEquivalentTo(gsids);
        rest.Of(ChangeKind.Upserted).Should().Equal(all.Skip(20).Of(ChangeKind.Upserted), "a row from which a read can continue is not returned again");
    }

    [Fact]
    public async Task A_filter_applies_to_rows_but_not_to_deletions()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, 60);
        var begun = tenant.Clock.GetUtcNow();
        tenant.Companies.Delete(gsids[0]);
        tenant.Clock.Advance(Feed.Settled);
        var gainsight = tenant.CreateClient();

        List<string?> read = [];
        await foreach (var change in gainsight.Changes.ReadAsync(
            gainsight.Companies.Query().Where(CompanyFields.Employees.GreaterThanOrEqualTo(50)), ChangeCheckpoint.Since(begun)))
        {
            read.Add(change.Gsid);
        }

        read.Should().BeEquivalentTo([.. gsids[50..], gsids[0], null]);
    }

    [Fact]
    public async Task Any_object_can_be_followed_by_its_name_in_any_case()
    {
        await using var tenant = await Tenant.StartAsync();
        var assets = tenant.Emulator.Object("Asset__gc");
        var kept = assets.Insert(("Name", "kept"), ("Seats__gc", 7));
        var deleted = assets.Insert(("Name", "deleted"));
        tenant.Companies.Delete(tenant.Companies.Insert(("Name", "another object's")));
        assets.Delete(deleted);
        var begun = tenant.Clock.GetUtcNow();
        tenant.Clock.Advance(Feed.Settled);
        var gainsight = tenant.CreateClient();

        List<Change<ObjectRecord>> changes = [];
        await foreach (var change in gainsight.Changes.ReadAsync(gainsight.Objects("asset__GC").Query(), ChangeCheckpoint.Since(begun)))
        {
            changes.Add(change);
        }

        changes.Select(change => (change.Kind, change.Gsid)).Should().Equal(
            (ChangeKind.Deleted, deleted), (ChangeKind.Created, kept), (ChangeKind.CaughtUp, null));
        changes[1].Record!.Get(Field.Custom<int>("Seats__gc")).Should().Be(7);
    }

    [Fact]
    public async Task An_object_can_have_another_date_of_change_and_another_name_in_the_logs()
    {
        await using var tenant = await Tenant.StartAsync();
        var assets = tenant.Emulator.Object("Asset__gc");
        var seen = tenant.Clock.GetUtcNow();
        assets.Insert(("Name", "kept"), ("Last_Seen__gc", seen), ("ModifiedDate", seen.AddYears(-1)));
        tenant.Companies.Delete(tenant.Companies.Insert(("Name", "gone")));
        tenant.Clock.Advance(Feed.Settled);
        GainsightClientOptions? options = null;
        tenant.CreateClient(own => options = own);
        var context = ClientContext.Create(options!);
        var definition = new ObjectDefinition("Asset__gc", []) { ModifiedDate = Field.Custom<DateTimeOffset>("Last_Seen__gc"), NameInDeleteLog = "company" };
        var query = new RecordQuery<ObjectRecord>(context, new QueryPlan { Definition = definition, Select = [SystemFields.Gsid] });
        using var gainsight = new GainsightClient(context);

        List<(ChangeKind Kind, DateTimeOffset? At)> changes = [];
        await foreach (var change in gainsight.Changes.ReadAsync(query, ChangeCheckpoint.Since(seen)))
        {
            changes.Add((change.Kind, change.At));
        }

        changes[..^1].Should().Equal((ChangeKind.Deleted, seen), (ChangeKind.Upserted, seen));
    }

    [Fact]
    public async Task A_tenant_that_ignores_the_order_causes_an_exception_instead_of_lost_rows()
    {
        await using var tenant = await Tenant.StartAsync();
        var now = tenant.Clock.GetUtcNow();
        for (var i = 0; i < 30; i++)
        {
            tenant.Companies.Insert(("Name", $"{i}"), ("ModifiedDate", now.AddMinutes(-(i * 7 % 30) - 1)));
        }

        (var gainsight, _) = QueryHook.CreateClient(tenant, change: body => body.Remove("orderBy"));

        await ((Func<Task>)(() => Feed.ReadAsync(gainsight, ChangeCheckpoint.Beginning)))
            .Should().ThrowAsync<GainsightProtocolException>().WithMessage("*order of ModifiedDate*");
    }
}
