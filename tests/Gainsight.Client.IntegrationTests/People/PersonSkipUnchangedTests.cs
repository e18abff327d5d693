using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.People;

public sealed class PersonSkipUnchangedTests
{
    private static readonly WriteOptions Skip = new() { SkipUnchanged = true };

    [Fact]
    public async Task Only_people_with_changes_are_sent_after_one_read()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        await gainsight.People.UpsertAsync(PeopleRows.People(10));
        var rows = PeopleRows.People(12);
        rows[3].FirstName = "Renamed";

        var report = await gainsight.People.UpsertAsync(rows, Skip);
        var again = await gainsight.People.UpsertInBatchesAsync(rows, Skip);

        report.Upserted.Select(row => (int)row.Index).Should().Equal(3, 10, 11);
        report.Unchanged.Should().HaveCount(9).And.OnlyContain(row => Equals(tenant.Person(row.Record.Email!).Gsid, row.Gsid));
        report.Calls.Should().Be(5, "one read, the empty page after it, and a call for each that changes");
        again.Unchanged.Should().HaveCount(12);
        again.Calls.Should().Be(1);
        tenant.Person(PeopleRows.Email(3))["FirstName"].Should().Be("Renamed");
    }

    [Fact]
    public async Task A_link_to_a_company_is_compared_too()
    {
        await using var tenant = await Tenant.StartAsync();
        string one = tenant.AddCompany("One"), other = tenant.AddCompany("Other");
        var gainsight = tenant.CreateClient();
        await gainsight.People.UpsertAsync(Linked(4, one, "Buyer"));
        var rows = Linked(4, one, "Buyer");
        rows[1].Companies[0].Title = "Head of Ops";
        rows[2].Companies.Add(new CompanyPerson { CompanyId = other });
        rows[3].Companies[0].SetLookup(CompanyPersonFields.CompanyId, CompanyFields.Name, "One");

        var report = await gainsight.People.UpsertAsync(rows, Skip);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Unchanged, RowStatus.Upserted, RowStatus.Upserted, RowStatus.Unchanged);
        report.Calls.Should().Be(6, "one read for the lookup, one of the people, one of their links and the empty page after it, and two writes");
        tenant.CompanyPeople().Rows.Should().HaveCount(5).And.ContainSingle(link => Equals(link["Title"], "Head of Ops"));
    }

    [Fact]
    public async Task People_with_links_to_relationships_are_always_sent()
    {
        await using var tenant = await Tenant.StartAsync();
        var relationship = tenant.AddRelationship("Pumps", tenant.AddCompany("One"));
        var person = new Person { Email = "ines@brightwater.example", Relationships = { new RelationshipPerson { RelationshipId = relationship } } };
        var gainsight = tenant.CreateClient();
        await gainsight.People.UpsertAsync([person]);

        var report = await gainsight.People.UpsertAsync([person], Skip);

        report.Upserted.Should().ContainSingle();
        report.Calls.Should().Be(1);
    }

    [Fact]
    public async Task A_label_equals_its_item_and_rows_with_the_same_address_are_compared_together()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.People().AddField("Tier__gc", EmulatedDataType.Picklist).Picklist!.AddItem("Gold");
        var gainsight = tenant.CreateClient();
        await gainsight.People.UpsertAsync([new Person { Email = "a@b.example", FirstName = "Ada", ["Tier__gc"] = "Gold" }]);

        var same = await gainsight.People.UpsertAsync(
            [new Person { Email = "a@b.example", ["Tier__gc"] = "Gold" }, new Person { Email = "a@b.example", FirstName = "Ada" }], Skip);
        var changed = await gainsight.People.UpsertAsync(
            [new Person { Email = "a@b.example", FirstName = "Ada" }, new Person { Email = "a@b.example", FirstName = "Eva" }], Skip);

        same.Unchanged.Should().HaveCount(2);
        changed.Upserted.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_row_is_sent_if_two_people_in_the_tenant_have_its_address()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.AddPerson("a@b.example");
        tenant.AddPerson("a@b.example");

        var report = await tenant.CreateClient().People.UpsertAsync([new Person { Email = "a@b.example", FirstName = "Old" }], Skip);

        report.Upserted.Should().ContainSingle();
    }

    private static List<Person> Linked(int count, string company, string title)
    {
        var people = PeopleRows.People(count);
        people.ForEach(person => person.Companies.Add(new CompanyPerson { CompanyId = company, Title = title, Active = true }));
        return people;
    }
}
