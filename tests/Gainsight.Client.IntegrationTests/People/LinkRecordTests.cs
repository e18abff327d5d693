namespace Gainsight.Client.IntegrationTests.People;

/// <summary>The links between people and companies or relationships, written as separate rows.</summary>
public sealed class LinkRecordTests
{
    [Fact]
    public async Task Company_people_are_inserted_by_lookup_updated_read_through_paths_and_deleted()
    {
        await using var tenant = await Tenant.StartAsync();
        var company = tenant.AddCompany("Brightwater");
        var person = tenant.AddPerson("ines@brightwater.example");
        var links = tenant.CreateClient().CompanyPeople;
        var link = new CompanyPerson { Title = "Head of Ops" };
        link.SetLookup(CompanyPersonFields.PersonId, PersonFields.Email, "ines@brightwater.example");
        link.SetLookup(CompanyPersonFields.CompanyId, CompanyFields.Name, "Brightwater");

        (await links.Query().ToListAsync()).Should().BeEmpty();
        var inserted = await links.InsertAsync([link]);
        var loaded = (await links.GetAsync(inserted.Rows[0].Gsid!))!;
        loaded.Role = "Buyer";
        var updated = await links.UpdateAsync([loaded], IdentifierKeys.Gsid);
        Field<string> email = CompanyPersonFields.PersonId.Then(PersonFields.Email), name = CompanyPersonFields.CompanyId.Then(CompanyFields.Name);
        var read = (await links.Query().Select(email, name, CompanyPersonFields.Role, CompanyPersonFields.Title)
            .Where(CompanyPersonFields.Title.EqualTo("Head of Ops")).ToListAsync()).Should().ContainSingle().Which;

        (loaded.PersonId, loaded.CompanyId, loaded.Active, updated.Updated.Count).Should().Be((person, company, true, 1));
        (read.Get(email), read.Get(name), read.Role, read.Title).Should().Be(("ines@brightwater.example", "Brightwater", "Buyer", "Head of Ops"));
        (await links.DeleteAsync(loaded.Gsid!)).Status.Should().Be(RowStatus.Deleted);
        tenant.CompanyPeople().Count.Should().Be(0);
    }

    [Fact]
    public async Task A_link_is_upserted_by_its_two_ends()
    {
        await using var tenant = await Tenant.StartAsync();
        string one = tenant.AddCompany("One"), other = tenant.AddCompany("Other"), person = tenant.AddPerson("ines@brightwater.example");
        var known = tenant.CompanyPeople().Insert(("Person_ID", person), ("Company_ID", one), ("Title", "Buyer"));
        CompanyPerson[] rows = [new() { PersonId = person, CompanyId = one, Title = "Sponsor" }, new() { PersonId = person, CompanyId = other, Title = "User" }];

        var report = await tenant.CreateClient().CompanyPeople.UpsertAsync(rows, [CompanyPersonFields.PersonId, CompanyPersonFields.CompanyId]);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Inserted);
        tenant.CompanyPeople().Find(known)!["Title"].Should().Be("Sponsor");
        tenant.CompanyPeople().Count.Should().Be(2);
    }

    [Fact]
    public async Task Relationship_people_are_inserted_read_with_the_fields_that_describe_lists_and_deleted()
    {
        await using var tenant = await Tenant.StartAsync();
        var relationship = tenant.AddRelationship("Pumps", tenant.AddCompany("Brightwater"));
        var person = tenant.AddPerson("ines@brightwater.example");
        var links = tenant.CreateClient().RelationshipPeople;

        (await links.Query().ToListAsync()).Should().BeEmpty();
        var inserted = await links.InsertAsync(
            [new RelationshipPerson { PersonId = person, RelationshipId = relationship, Title = "Sponsor", Role = "User", Active = false }]);
        var read = (await links.Query().ToListAsync()).Should().ContainSingle().Which;

        (read.Gsid, read.PersonId, read.RelationshipId, read.Title, read.Role, read.Active).Should()
            .Be((inserted.Rows[0].Gsid, person, relationship, "Sponsor", "User", false));
        (await links.DeleteAsync(read.Gsid!)).Status.Should().Be(RowStatus.Deleted);
    }

    [Fact]
    public async Task An_incomplete_link_or_a_link_to_a_missing_record_fails_alone()
    {
        await using var tenant = await Tenant.StartAsync();
        string company = tenant.AddCompany("Brightwater"), person = tenant.AddPerson("ines@brightwater.example");
        var lost = new CompanyPerson { CompanyId = company };
        lost.SetLookup(CompanyPersonFields.PersonId, PersonFields.Email, "nobody@brightwater.example");
        CompanyPerson[] rows = [new() { CompanyId = company }, new() { CompanyId = company, PersonId = person }, lost];

        var report = await tenant.CreateClient().CompanyPeople.InsertAsync(rows);

        report.Failed.Select(row => (row.Index, row.Errors[0].Code, row.Errors[0].Field)).Should()
            .Equal((0, RecordErrorCodes.MissingRequiredField, "Person_ID"), (2, "GSOBJ_1011", "Person_ID"));
        report.Inserted.Should().ContainSingle().Which.Index.Should().Be(1);
    }
}
