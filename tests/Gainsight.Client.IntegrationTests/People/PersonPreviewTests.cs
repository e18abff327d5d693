using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Writes;

namespace Gainsight.Client.IntegrationTests.People;

public sealed class PersonPreviewTests
{
    [Fact]
    public async Task A_preview_writes_nothing_and_matches_what_the_upsert_then_does()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        await gainsight.People.UpsertAsync(PeopleRows.People(2));
        List<Person> rows = [.. PeopleRows.People(3), new Person { Email = "none" }, new Person { Email = PeopleRows.Email(2), FirstName = "Later" }];
        rows[1].FirstName = "Renamed";

        var preview = await gainsight.People.PreviewUpsertAsync(rows);
        var before = tenant.Calls(EmulatorOperations.PersonUpsert);
        var report = await gainsight.People.UpsertAsync(rows, new WriteOptions { SkipUnchanged = true, Preflight = true });

        before.Should().Be(2, "a preview writes nothing");
        preview.Rows.Select(row => row.Status).Should().Equal(
            PreviewStatus.Unchanged, PreviewStatus.WouldUpdate, PreviewStatus.WouldInsert, PreviewStatus.WouldFail, PreviewStatus.WouldUpdate);
        var change = preview.Rows[1].Changes.Should().ContainSingle().Subject;
        (change.Field.Name, change.Before, change.After, change.Link).Should().Be(("FirstName", "First 1", "Renamed", null));
        preview.Rows[2].Changes.Select(each => (each.Field.Name, each.After)).Should().BeEquivalentTo(new (string, object)[]
        {
            ("Email", PeopleRows.Email(2)), ("FirstName", "Later"), ("LastName", "Vale"),
        });
        preview.Rows[3].Errors.Select(error => error.Code).Should().Equal(report.Rows[3].Errors.Select(error => error.Code));
        preview.Rows[1].Gsid.Should().Be(tenant.Person(PeopleRows.Email(1)).Gsid);
        report.Rows.Select(row => row.Status).Should().Equal(
            RowStatus.Unchanged, RowStatus.Upserted, RowStatus.Upserted, RowStatus.Failed, RowStatus.Upserted);
    }

    [Fact]
    public async Task Changes_of_links_name_their_link()
    {
        await using var tenant = await Tenant.StartAsync();
        string one = tenant.AddCompany("One"), other = tenant.AddCompany("Other");
        var gainsight = tenant.CreateClient();
        await gainsight.People.UpsertAsync([Linked(0, one), Linked(1, one), Linked(2, one)]);
        Person[] rows = [Linked(0, one), Linked(1, one), Linked(2, one), Linked(3, one)];
        rows[1].Companies[0].Title = "Head of Ops";
        rows[2].FirstName = "Renamed";
        rows[2].Companies.Add(new CompanyPerson { Title = "Advisor" });
        rows[2].Companies[1].SetLookup(CompanyPersonFields.CompanyId, CompanyFields.Name, "Other");

        var preview = await gainsight.People.PreviewUpsertAsync(rows);

        preview.Rows.Select(row => row.ToString()).Should().Equal(
            "0: Unchanged",
            "1: WouldUpdate CompanyPerson.Title",
            "2: WouldUpdate FirstName, CompanyPerson.Title, CompanyPerson.Company_ID",
            "3: WouldInsert Email, FirstName, LastName, CompanyPerson.Company_ID, CompanyPerson.Title");
        (preview.Rows[1].Changes[0].Before, preview.Rows[1].Changes[0].After).Should().Be(("Buyer", "Head of Ops"));
        preview.Rows[2].Changes[2].Link.Should().BeOfType<CompanyPerson>().Which.CompanyId.Should().Be(other);
        preview.Rows.SelectMany(row => row.Changes).Should().OnlyContain(change => change.IsKnownToDiffer);
        (preview.Calls - tenant.Calls(EmulatorOperations.Describe)).Should().Be(5, "the lookup, the people, and their links, and an empty page for each that was found in part");
        tenant.CompanyPeople().Count.Should().Be(3);
    }

    [Fact]
    public async Task Fields_that_are_not_read_are_not_reported_as_changes()
    {
        await using var tenant = await Tenant.StartAsync();
        var company = tenant.AddCompany("One");
        var relationship = tenant.AddRelationship("Pumps", company);
        var gainsight = tenant.CreateClient();
        var related = new Person { Email = "ines@brightwater.example", Relationships = { new RelationshipPerson { RelationshipId = relationship } } };
        await gainsight.People.UpsertAsync([related]);
        tenant.AddPerson("twice@brightwater.example");
        tenant.AddPerson("twice@brightwater.example");
        var twice = new Person { Email = "twice@brightwater.example", Companies = { new CompanyPerson { CompanyId = company } } };

        var added = new Person { Email = "new@brightwater.example", Relationships = { new RelationshipPerson { RelationshipId = relationship } } };

        var preview = await gainsight.People.PreviewUpsertAsync([related, twice, added]);

        preview.Rows.Select(row => row.ToString()).Should().Equal(
            "0: WouldUpdate RelationshipPerson.Relationship_ID", "1: WouldUpdate CompanyPerson.Company_ID", "2: WouldInsert Email, RelationshipPerson.Relationship_ID");
        preview.Rows.Select(row => row.Changes[^1].IsKnownToDiffer).Should().Equal(false, false, true);
        preview.Rows[1].Gsid.Should().BeNull();
    }

    [Fact]
    public async Task A_person_who_was_only_read_is_reported_as_unchanged()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.AddPerson("ines@brightwater.example");
        var gainsight = tenant.CreateClient();
        var ines = await gainsight.People.GetByEmailAsync("ines@brightwater.example");

        var preview = await gainsight.People.PreviewUpsertAsync([ines!]);

        preview.Unchanged.Should().ContainSingle().Which.Gsid.Should().Be(ines!.Gsid);
        preview.Calls.Should().Be(tenant.Calls(EmulatorOperations.Describe), "unchanged fields are not sent, whatever the tenant has, so nothing is read");
    }

    [Fact]
    public async Task A_stream_is_previewed_in_order()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        await gainsight.People.UpsertAsync(PeopleRows.People(60));

        var rows = await gainsight.People.PreviewUpsertStreamAsync(PeopleRows.People(120)).ToListAsync();

        rows.Select(row => row.Index).Should().Equal(Enumerable.Range(0, 120).Select(i => (long)i));
        rows.Should().OnlyContain(row => row.Status == (row.Index < 60 ? PreviewStatus.Unchanged : PreviewStatus.WouldInsert));
        tenant.Calls(EmulatorOperations.Query).Should().Be(4);
    }

    private static Person Linked(int i, string company) => new()
    {
        Email = PeopleRows.Email(i),
        FirstName = $"First {i}",
        LastName = "Vale",
        Companies = { new CompanyPerson { CompanyId = company, Title = "Buyer" } },
    };
}
