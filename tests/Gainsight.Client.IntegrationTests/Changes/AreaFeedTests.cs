using CustomObjects;
using Gainsight.Client.IntegrationTests.People;

namespace Gainsight.Client.IntegrationTests.Changes;

/// <summary>Change feeds of each kind of object, while the client writes it.</summary>
public sealed class AreaFeedTests
{
    [Fact]
    public async Task Relationships_are_followed()
    {
        await using var tenant = await Tenant.StartAsync();
        var company = tenant.AddCompany("Brightwater");
        var gainsight = tenant.CreateClient();
        var relationships = gainsight.Relationships;

        await FollowAsync(
            tenant,
            gainsight,
            relationships.Query(),
            async () => await GsidsAsync(relationships.InsertAsync([.. Enumerable.Range(0, 25).Select(i => new Relationship { Name = $"R{i}", CompanyId = company })])),
            gsid => relationships.UpdateAsync([new Relationship { Gsid = gsid, Mrr = 7m }], IdentifierKeys.Gsid),
            gsid => relationships.DeleteAsync(gsid),
            changed => changed.Mrr.Should().Be(7m));
    }

    [Fact]
    public async Task People_are_followed()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        await FollowAsync(
            tenant,
            gainsight,
            gainsight.People.Query().Select(PersonFields.Email, PersonFields.FirstName),
            () => GsidsAsync(gainsight.People.UpsertAsync(PeopleRows.People(25))),
            gsid => gainsight.People.UpsertAsync(new Person { Email = (string)tenant.People().Find(gsid)!["Email"]!, FirstName = "Renamed" }),
            gsid => Task.FromResult(tenant.People().Delete(gsid).Should().BeTrue("no API call is known that deletes a person, so the test deletes it in the tenant")),
            changed => changed.FirstName.Should().Be("Renamed"));
    }

    [Fact]
    public async Task Links_of_people_to_companies_are_followed()
    {
        await using var tenant = await Tenant.StartAsync();
        var company = tenant.AddCompany("Brightwater");
        List<string> people = [.. Enumerable.Range(0, 25).Select(i => tenant.AddPerson(PeopleRows.Email(i)))];
        var gainsight = tenant.CreateClient();

        await FollowAsync(
            tenant,
            gainsight,
            gainsight.CompanyPeople.Query(),
            () => GsidsAsync(gainsight.CompanyPeople.InsertAsync([.. people.Select(person => new CompanyPerson { PersonId = person, CompanyId = company })])),
            gsid => gainsight.People.UpsertAsync(new Person
            {
                Email = (string)tenant.People().Find((string)tenant.CompanyPeople().Find(gsid)!["Person_ID"]!)!["Email"]!,
                Companies = { new CompanyPerson { CompanyId = company, Title = "Head of Ops" } },
            }),
            gsid => gainsight.CompanyPeople.DeleteAsync(gsid),
            changed => changed.Title.Should().Be("Head of Ops"));
    }

    [Fact]
    public async Task Custom_objects_with_a_custom_record_type_are_followed()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        var assets = gainsight.Objects<Asset>();

        await FollowAsync(
            tenant,
            gainsight,
            assets.Query(),
            () => GsidsAsync(assets.InsertAsync([.. Enumerable.Range(0, 25).Select(i => new Asset { Name = $"A{i}" })])),
            gsid => assets.UpdateAsync([new Asset { Gsid = gsid, Seats = 7 }], IdentifierKeys.Gsid),
            gsid => assets.DeleteAsync(gsid),
            changed => changed.Seats.Should().Be(7m));
    }

    [Fact]
    public async Task High_volume_custom_objects_that_others_fill_are_followed()
    {
        await using var tenant = await Tenant.StartAsync();
        var rows = tenant.Emulator.Object("Asset__gc");
        rows.IsHighVolume = true;
        var gainsight = tenant.CreateClient();

        await FollowAsync(
            tenant,
            gainsight,
            gainsight.Objects<Asset>().Query(),
            () => Task.FromResult<string[]>([.. Enumerable.Range(0, 25).Select(i => rows.Insert(("Name", $"A{i}")))]),
            gsid =>
            {
                rows.Update(gsid, ("Seats__gc", 7));
                return Task.CompletedTask;
            },
            gsid => Task.FromResult(rows.Delete(gsid)),
            changed => changed.Seats.Should().Be(7m));
    }

    [Fact]
    public async Task A_feed_with_labels_returns_labels_and_GSIDs()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        await gainsight.Companies.InsertAsync([new Company { Name = "Acme", Stage = "Adopting", Tags = ["Beta", "Reference"] }, new Company { Name = "Globex", Stage = "Launched" }]);
        tenant.Clock.Advance(Feed.Settled);
        var query = gainsight.Companies.Query()
            .Select(CompanyFields.Name, CompanyFields.Stage, CompanyFields.Tags).Where(CompanyFields.Stage.In("adopting")).WithLabels();

        var changes = await Feed.ReadAsync(gainsight, query, ChangeCheckpoint.Beginning);

        changes.Select(change => change.Kind).Should().Equal(ChangeKind.Upserted, ChangeKind.CaughtUp);
        var acme = changes[0].Record!;
        acme.GetLabel(CompanyFields.Stage).Should().Be("Adopting");
        acme.GetLabels(CompanyFields.Tags).Should().Equal("Beta", "Reference");
        acme.Stage.Should().NotBe("Adopting", "the row holds the item's GSID");
    }

    /// <summary>Writes, changes and deletes rows between reads, and checks that the feed delivers exactly these changes.</summary>
    private static async Task FollowAsync<T>(
        Tenant tenant,
        GainsightClient gainsight,
        RecordQuery<T> query,
        Func<Task<string[]>> insert,
        Func<string, Task> change,
        Func<string, Task> delete,
        Action<T> isChanged)
        where T : GainsightRecord, new()
    {
        var gsids = await insert();
        tenant.Clock.Advance(Feed.Settled);
        var first = await Feed.ReadAsync(gainsight, query, ChangeCheckpoint.Beginning);
        await change(gsids[3]);
        await delete(gsids[4]);
        tenant.Clock.Advance(Feed.Settled);

        // Users store it as text.
        var second = await Feed.ReadAsync(gainsight, query, ChangeCheckpoint.Parse(first[^1].Checkpoint.ToString()));
        var third = await Feed.ReadAsync(gainsight, query, second[^1].Checkpoint);

        // Only the queries of some types read the date of creation.
        var isTold = first[0].Record!.CreatedDate is not null;
        first[..^1].Select(each => (each.Kind, each.Gsid)).Should().BeEquivalentTo(gsids.Select(gsid => (isTold ? ChangeKind.Created : ChangeKind.Upserted, gsid)));
        second.Select(each => (each.Kind, each.Gsid)).Should().Equal(
            (ChangeKind.Deleted, gsids[4]), (isTold ? ChangeKind.Updated : ChangeKind.Upserted, gsids[3]), (ChangeKind.CaughtUp, null));
        isChanged(second[1].Record!);
        third.Should().ContainSingle().Which.Kind.Should().Be(ChangeKind.CaughtUp);
    }

    private static async Task<string[]> GsidsAsync<T>(Task<WriteReport<T>> write)
    {
        var report = await write;
        report.AllSucceeded.Should().BeTrue();
        return [.. report.Rows.Select(row => row.Gsid!)];
    }
}
