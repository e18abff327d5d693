using Gainsight.Client.IntegrationTests.People;

namespace Gainsight.Client.IntegrationTests.Relationships;

public sealed class RelationshipTests
{
    private const string Standard = "Standard";

    [Fact]
    public async Task Relationships_are_inserted_with_lookups_of_company_type_and_manager()
    {
        await using var tenant = await Tenant.StartAsync();
        var company = tenant.AddCompany("Brightwater");
        var pumps = Named("Pumps", "Brightwater");
        pumps.Arr = 12_500m;
        pumps.OriginalContractDate = new DateOnly(2025, 4, 1);
        pumps.Stage = "Adopting";
        pumps.SetLookup(RelationshipFields.Csm, UserFields.Email, "rhea@northwind.example");
        var relationships = tenant.CreateClient().Relationships;

        var report = await relationships.InsertAsync([pumps]);
        var read = await relationships.GetAsync(report.Rows[0].Gsid!);

        report.Inserted.Should().ContainSingle();
        (read!.Name, read.CompanyId, read.Arr, read.OriginalContractDate).Should().Be(("Pumps", company, 12_500m, new DateOnly(2025, 4, 1)));
        var row = tenant.Relationships().Rows.Single();
        (row["TypeId"], row["Csm"]).Should().Be((
            tenant.Emulator.Object("relationship_type").Rows.Single().Gsid,
            tenant.Emulator.Object("GsUser").Rows.Single(user => Equals(user["Email"], "rhea@northwind.example")).Gsid));
    }

    [Fact]
    public async Task An_upsert_updates_existing_rows_and_inserts_the_others()
    {
        await using var tenant = await Tenant.StartAsync();
        var company = tenant.AddCompany("Brightwater");
        var known = tenant.AddRelationship("Pumps", company);
        Relationship[] rows = [new() { Name = "Pumps", Mrr = 5m }, new() { Name = "Valves", CompanyId = company, Mrr = 6m }];

        var report = await tenant.CreateClient().Relationships.UpsertAsync(rows, RelationshipFields.Name);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Inserted);
        report.Rows[0].Gsid.Should().Be(known);
        tenant.Relationships().Rows.Select(row => (row["Name"], row["Mrr"])).Should().BeEquivalentTo([((object?)"Pumps", (object?)5m), ("Valves", 6m)]);
    }

    [Fact]
    public async Task Updates_queries_and_deletes_work_as_they_do_for_companies()
    {
        await using var tenant = await Tenant.StartAsync();
        var company = tenant.AddCompany("Brightwater");
        string pumps = tenant.AddRelationship("Pumps", company), valves = tenant.AddRelationship("Valves", company);
        var relationships = tenant.CreateClient().Relationships;
        var companyName = RelationshipFields.CompanyId.Then(CompanyFields.Name);

        var updated = await relationships.UpdateAsync(
            [new Relationship { Name = "Pumps", Stage = "Launched" }, new Relationship { Name = "Pipes", Stage = "Launched" }], RelationshipFields.Name);
        var read = (await relationships.Query().Select(RelationshipFields.Name, companyName)
            .Where(RelationshipFields.Stage.EqualTo("Launched")).ToListAsync()).Should().ContainSingle().Which;
        var deleted = await relationships.DeleteAsync([valves, PeopleRows.Nobody]);

        updated.Updated.Should().ContainSingle();
        updated.Failed.Should().ContainSingle().Which.Errors[0].Code.Should().Be("GSOBJ_1011");
        (read.Gsid, read.Name, read.Get(companyName)).Should().Be((pumps, "Pumps", "Brightwater"));
        deleted.Rows.Select(row => row.Status).Should().Equal(RowStatus.Deleted, RowStatus.Failed);
    }

    [Fact]
    public async Task A_missing_type_or_company_fails_its_row_with_the_field()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.AddCompany("Brightwater");
        Relationship[] rows =
        [
            Named("Good", "Brightwater"),
            Named("Unknown type", "Brightwater", "Imaginary"),
            Named("Unknown company", "Nowhere"),
        ];

        var report = await tenant.CreateClient().Relationships.InsertAsync(rows);

        report.Inserted.Should().ContainSingle().Which.Index.Should().Be(0);
        report.Failed.Select(row => (row.Index, row.Errors[0].Field)).Should().Equal((1, "TypeId"), (2, "CompanyId"));
        tenant.Relationships().Count.Should().Be(1);
    }

    [Fact]
    public async Task A_new_relationship_without_name_or_company_fails_before_any_call()
    {
        await using var tenant = await Tenant.StartAsync();

        var report = await tenant.CreateClient().Relationships.InsertAsync(
            [new Relationship { CompanyId = PeopleRows.Nobody }, new Relationship { Name = "Pumps" }]);

        report.Failed.Select(row => (row.Errors[0].Code, row.Errors[0].Field)).Should().Equal(
            (RecordErrorCodes.MissingRequiredField, "Name"), (RecordErrorCodes.MissingRequiredField, "CompanyId"));
        report.Calls.Should().Be(0);
    }

    [Fact]
    public async Task A_name_that_exists_in_two_companies_is_ambiguous()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.AddRelationship("Pumps", tenant.AddCompany("One"));
        tenant.AddRelationship("Pumps", tenant.AddCompany("Other"));

        var report = await tenant.CreateClient().Relationships.UpsertAsync([new Relationship { Name = "Pumps", Mrr = 1m }], RelationshipFields.Name);

        report.Failed.Should().ContainSingle().Which.Errors[0].Code.Should().Be(RecordErrorCodes.AmbiguousKey);
    }

    [Fact]
    public async Task An_upsert_keeps_relationships_with_the_same_name_in_two_companies_separate()
    {
        await using var tenant = await Tenant.StartAsync();
        string one = tenant.AddCompany("One"), other = tenant.AddCompany("Other");
        var known = tenant.AddRelationship("Pumps", one);
        Relationship[] rows =
        [
            new() { Name = "Pumps", CompanyId = one, Mrr = 1m },
            new() { Name = "Pumps", CompanyId = other, Mrr = 2m },
            new() { Name = "Pumps", CompanyId = other, Arr = 3m },
        ];

        var report = await tenant.CreateClient().Relationships.UpsertAsync(rows, [RelationshipFields.Name, RelationshipFields.CompanyId]);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Inserted, RowStatus.Updated);
        report.Rows[0].Gsid.Should().Be(known);
        tenant.Relationships().Rows.Select(row => (row["CompanyId"], row["Mrr"], row["Arr"])).Should().BeEquivalentTo(
            [((object?)one, (object?)1m, (object?)null), (other, 2m, 3m)]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_same_key_for_relationships_of_two_companies_fails_before_any_call(bool byLookup)
    {
        await using var tenant = await Tenant.StartAsync();
        string one = tenant.AddCompany("One"), other = tenant.AddCompany("Other");
        Relationship[] rows = byLookup
            ? [Named("Pumps", "One"), Named("Pumps", "Other")]
            : [new() { Name = "Pumps", CompanyId = one }, new() { Name = "Pumps", Mrr = 1m }, new() { Name = "Pumps", CompanyId = other }];

        var report = await tenant.CreateClient().Relationships.UpsertAsync(rows, RelationshipFields.Name);

        report.Failed.Should().HaveCount(rows.Length).And.OnlyContain(row => row.Errors[0].Code == RecordErrorCodes.AmbiguousKey && row.Errors[0].Field == "CompanyId");
        report.Calls.Should().Be(0);
        tenant.Relationships().Count.Should().Be(0);
    }

    [Fact]
    public async Task Rows_with_the_same_key_and_company_are_still_merged()
    {
        await using var tenant = await Tenant.StartAsync();
        var company = tenant.AddCompany("One");
        Relationship[] rows = [new() { Name = "Pumps", CompanyId = company }, new() { Name = "Pumps", Mrr = 1m }, new() { Name = "Pumps", CompanyId = company, Arr = 2m }];

        var report = await tenant.CreateClient().Relationships.UpsertAsync(rows, RelationshipFields.Name);

        report.AllSucceeded.Should().BeTrue();
        tenant.Relationships().Rows.Select(row => (row["Name"], row["Mrr"], row["Arr"])).Should().Equal(((object?)"Pumps", (object?)1m, (object?)2m));
    }

    [Fact]
    public async Task A_company_that_is_a_key_is_given_by_its_GSID()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.AddCompany("One");

        var report = await tenant.CreateClient().Relationships.UpsertAsync(
            [Named("Pumps", "One")], [RelationshipFields.Name, RelationshipFields.CompanyId]);

        var error = report.Failed.Should().ContainSingle().Which.Errors.Should().ContainSingle().Which;
        (error.Code, error.Field).Should().Be((RecordErrorCodes.MissingKey, "CompanyId"));
        error.Message.Should().Contain("GSID");
        report.Calls.Should().Be(0);
    }

    [Fact]
    public async Task An_update_accepts_no_lookup_as_its_key()
    {
        await using var tenant = await Tenant.StartAsync();
        var relationships = tenant.CreateClient().Relationships;

        await FluentActions.Awaiting(() => relationships.UpdateAsync([new Relationship { Name = "Pumps" }], [RelationshipFields.Name, RelationshipFields.CompanyId]))
            .Should().ThrowAsync<ArgumentException>().WithMessage("*CompanyId*UpsertAsync*");
        tenant.Emulator.Requests.Count.Should().Be(0);
    }

    [Fact]
    public async Task A_query_without_matching_relationships_gives_an_empty_list()
    {
        await using var tenant = await Tenant.StartAsync();
        var relationships = tenant.CreateClient().Relationships;

        (await relationships.Query().ToListAsync()).Should().BeEmpty();
        (await relationships.GetAsync(PeopleRows.Nobody)).Should().BeNull();
    }

    [Fact]
    public async Task Every_route_can_be_replaced()
    {
        await using var tenant = await Tenant.StartAsync();
        var company = tenant.AddCompany("Brightwater");
        var relationships = tenant.CreateClient(options =>
        {
            options.RouteOverrides["Relationships.Insert"] = "/v1/data/objects/relationship";
            options.RouteOverrides["Relationships.Update"] = "/v1/data/objects/relationship";
            options.RouteOverrides["Relationships.Query"] = "/v1/data/objects/query/relationship";
            options.RouteOverrides["Relationships.Delete"] = "/v1/data/objects/relationship/{id}";
        }).Relationships;

        var inserted = await relationships.UpsertAsync([new Relationship { Name = "Pumps", CompanyId = company }], RelationshipFields.Name);
        var updated = await relationships.UpsertAsync([new Relationship { Name = "Pumps", Mrr = 1m }], RelationshipFields.Name);
        var deleted = await relationships.DeleteAsync(inserted.Rows[0].Gsid!);

        (inserted.Rows[0].Status, updated.Rows[0].Status, deleted.Status).Should().Be((RowStatus.Inserted, RowStatus.Updated, RowStatus.Deleted));
        tenant.Emulator.Requests.Snapshot().Should().HaveCount(5).And.OnlyContain(request => request.Path.Contains("/relationship", StringComparison.Ordinal));
    }

    private static Relationship Named(string name, string company, string type = Standard)
    {
        var relationship = new Relationship { Name = name };
        relationship.SetLookup(RelationshipFields.CompanyId, CompanyFields.Name, company);
        relationship.SetLookup(RelationshipFields.TypeId, RelationshipTypeFields.Name, type);
        return relationship;
    }
}
