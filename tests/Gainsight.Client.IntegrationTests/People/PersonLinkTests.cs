using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.People;

public sealed class PersonLinkTests
{
    [Fact]
    public async Task Links_to_companies_and_relationships_are_written_in_the_same_call()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.CompanyPeople().AddField("Budget__gc", EmulatedDataType.Currency);
        var company = tenant.AddCompany("Brightwater");
        var relationship = tenant.AddRelationship("Pumps", company);
        var person = new Person
        {
            Email = "ines@brightwater.example",
            Companies = { new CompanyPerson { CompanyId = company, Title = "Head of Ops", Role = "Buyer", Active = true, IsPrimaryCompany = true, ["Budget__gc"] = 12.5m } },
            Relationships = { new RelationshipPerson { RelationshipId = relationship, Title = "Sponsor" } },
        };
        var gainsight = tenant.CreateClient();

        var report = await gainsight.People.UpsertAsync([person]);

        report.AllSucceeded.Should().BeTrue();
        report.Calls.Should().Be(1);
        var link = tenant.CompanyPeople().Rows.Should().ContainSingle().Which;
        (link["Person_ID"], link["Company_ID"], link["Title"], link["Role"], link["Active"], link["IsPrimaryCompany"], link["Budget__gc"]).Should()
            .Be((report.Rows[0].Gsid, company, "Head of Ops", "Buyer", true, true, 12.5m));
        var contact = tenant.RelationshipPeople().Rows.Should().ContainSingle().Which;
        (contact["Person_ID"], contact["Relationship_ID"], contact["Title"]).Should().Be((report.Rows[0].Gsid, relationship, "Sponsor"));
    }

    [Fact]
    public async Task Companies_by_name_are_found_with_one_read_for_all_people()
    {
        await using var tenant = await Tenant.StartAsync();
        List<string> companies = [.. Enumerable.Range(0, 5).Select(i => tenant.AddCompany($"Company {i}"))];
        var people = PeopleRows.People(40);
        for (var i = 0; i < people.Count; i++)
        {
            people[i].Companies.Add(At($"Company {i % 5}", $"Title {i}"));
        }

        var report = await tenant.CreateClient().People.UpsertAsync(people);

        report.Upserted.Should().HaveCount(40);
        report.Calls.Should().Be(41);
        tenant.CompanyPeople().Count.Should().Be(40);
        report.Rows.Should().OnlyContain(row => tenant.CompanyPeople().Rows.Any(link =>
            Equals(link["Person_ID"], row.Gsid) && Equals(link["Company_ID"], companies[(int)row.Index % 5]) && Equals(link["Title"], $"Title {row.Index}")));
        people[0].Companies[0].CompanyId.Should().BeNull("the caller's own records stay as they are");
    }

    [Fact]
    public async Task A_relationship_is_found_by_name_and_company()
    {
        await using var tenant = await Tenant.StartAsync();
        string one = tenant.AddCompany("One"), other = tenant.AddCompany("Other");
        tenant.AddRelationship("Pumps", one);
        var meant = tenant.AddRelationship("Pumps", other);
        var link = new RelationshipPerson();
        link.SetLookup(RelationshipPersonFields.RelationshipId, Lookup.By(RelationshipFields.Name, "Pumps").And(RelationshipFields.CompanyId, other));
        var person = new Person { Email = "a@b.example", Relationships = { link } };

        var outcome = await tenant.CreateClient().People.UpsertAsync(person);

        outcome.Errors.Should().BeEmpty();
        tenant.RelationshipPeople().Rows.Should().ContainSingle().Which["Relationship_ID"].Should().Be(meant);
    }

    [Fact]
    public async Task Merging_rows_keeps_all_links_and_merges_links_to_the_same_company()
    {
        await using var tenant = await Tenant.StartAsync();
        string one = tenant.AddCompany("One"), other = tenant.AddCompany("Other");
        Person[] people =
        [
            new() { Email = "a@b.example", Companies = { new CompanyPerson { CompanyId = one, Title = "Old", Role = "Buyer" } } },
            new() { Email = "A@B.example", Companies = { At("One", "New"), new CompanyPerson { CompanyId = other, Title = "Board" } } },
        ];

        var report = await tenant.CreateClient().People.UpsertAsync(people);

        report.AllSucceeded.Should().BeTrue();
        tenant.Calls(EmulatorOperations.PersonUpsert).Should().Be(1);
        tenant.CompanyPeople().Rows.Select(link => (link["Company_ID"], link["Title"], link["Role"])).Should()
            .BeEquivalentTo([((object?)one, (object?)"New", (object?)"Buyer"), (other, "Board", null)]);
    }

    [Fact]
    public async Task A_missing_or_ambiguous_company_fails_its_row_before_any_write()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.AddCompany("Twice");
        tenant.AddCompany("Twice");
        tenant.AddCompany("Once");
        var people = PeopleRows.People(3);
        people[0].Companies.Add(At("Nowhere", "x"));
        people[1].Companies.Add(At("Twice", "x"));
        people[2].Companies.Add(At("Once", "x"));

        var report = await tenant.CreateClient().People.UpsertAsync(people);

        report.Failed.Select(row => (row.Index, row.Errors[0].Code, row.Errors[0].Field)).Should()
            .Equal((0, RecordErrorCodes.LookupNotFound, "Company_ID"), (1, RecordErrorCodes.AmbiguousLookup, "Company_ID"));
        report.Upserted.Should().ContainSingle().Which.Index.Should().Be(2);
        tenant.People().Count.Should().Be(1);
    }

    [Fact]
    public async Task The_first_of_several_companies_is_used_only_on_request()
    {
        await using var tenant = await Tenant.StartAsync();
        string[] twice = [tenant.AddCompany("Twice"), tenant.AddCompany("Twice")];
        var link = new CompanyPerson();
        link.SetLookup(CompanyPersonFields.CompanyId, Lookup.By(CompanyFields.Name, "Twice").OnMultipleMatches(LookupMultiMatch.First));

        var outcome = await tenant.CreateClient().People.UpsertAsync(new Person { Email = "a@b.example", Companies = { link } });

        outcome.Succeeded.Should().BeTrue();
        tenant.CompanyPeople().Rows.Should().ContainSingle().Which["Company_ID"].Should().BeOneOf(twice);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_link_to_something_that_does_not_exist_fails_the_row_with_the_field(bool isCompany)
    {
        await using var tenant = await Tenant.StartAsync();
        var people = PeopleRows.People(2);
        if (isCompany)
        {
            people[0].Companies.Add(new CompanyPerson { CompanyId = PeopleRows.Nobody });
        }
        else
        {
            people[0].Relationships.Add(new RelationshipPerson { RelationshipId = PeopleRows.Nobody });
        }

        var report = await tenant.CreateClient().People.UpsertAsync(people);

        var error = report.Failed.Should().ContainSingle().Which.Errors.Should().ContainSingle().Which;
        (error.Code, error.Field).Should().Be(("GSOBJ_PEOPLE1001", isCompany ? "Company_ID" : "Relationship_ID"));
        report.Upserted.Should().ContainSingle();
        tenant.People().Count.Should().Be(1);
    }

    private static CompanyPerson At(string company, string title)
    {
        var link = new CompanyPerson { Title = title };
        link.SetLookup(CompanyPersonFields.CompanyId, CompanyFields.Name, company);
        return link;
    }
}
