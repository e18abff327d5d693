using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Opportunities;

public sealed class OpportunityTests
{
    private const string Served = "/v1/data/objects/gs_opportunity";

    [Fact]
    public async Task Opportunities_are_created_updated_and_read_20_per_call()
    {
        await using var tenant = await StartAsync();
        var gainsight = tenant.CreateClient();
        var company = tenant.Companies.Insert(("Name", "Acme"));
        var rows = Rows(company, 45);

        var inserted = await gainsight.Opportunities.InsertAsync(rows);
        rows.ForEach(row => row.Stage = "Committed");
        var updated = await gainsight.Opportunities.UpdateAsync(rows, OpportunityFields.ExternalId);

        inserted.Rows.Should().OnlyContain(row => row.Status == RowStatus.Inserted);
        updated.Rows.Should().OnlyContain(row => row.Status == RowStatus.Updated);
        (tenant.Calls(EmulatorOperations.OpportunityCreate), tenant.Calls(EmulatorOperations.OpportunityUpdate)).Should().Be((3, 3));
        var read = await gainsight.Opportunities.Query()
            .Select(OpportunityFields.ExternalId, OpportunityFields.TargetAmount, OpportunityFields.CloseDate)
            .Where(OpportunityFields.Stage.EqualTo("Committed")).ToListAsync();
        read.Select(row => (row.ExternalId, row.TargetAmount, row.CloseDate)).Should()
            .BeEquivalentTo(rows.Select(row => (row.ExternalId, row.TargetAmount, row.CloseDate)));
    }

    [Fact]
    public async Task An_upsert_inserts_new_rows_and_updates_the_others()
    {
        await using var tenant = await StartAsync();
        var gainsight = tenant.CreateClient();
        var rows = Rows(tenant.Companies.Insert(("Name", "Acme")), 3);
        await gainsight.Opportunities.InsertAsync(rows.Take(1));

        var report = await gainsight.Opportunities.UpsertAsync(rows, OpportunityFields.ExternalId);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Inserted, RowStatus.Inserted);
    }

    [Fact]
    public async Task Opportunities_with_the_same_name_in_two_companies_are_never_merged()
    {
        await using var tenant = await StartAsync();
        var gainsight = tenant.CreateClient();
        Opportunity[] rows = [.. ((string[])["One", "Other"]).Select(name => new Opportunity { Name = "Renewal", CompanyId = tenant.Companies.Insert(("Name", name)) })];

        var byName = await gainsight.Opportunities.UpsertAsync(rows, OpportunityFields.Name);
        var byBoth = await gainsight.Opportunities.UpsertAsync(rows, [OpportunityFields.Name, OpportunityFields.CompanyId]);

        byName.Failed.Should().HaveCount(2).And.OnlyContain(row => row.Errors[0].Code == RecordErrorCodes.AmbiguousKey);
        byBoth.Rows.Should().OnlyContain(row => row.Status == RowStatus.Inserted);
        tenant.Emulator.Object("gs_opportunity").Count.Should().Be(2);
    }

    [Fact]
    public async Task One_bad_opportunity_fails_alone()
    {
        await using var tenant = await StartAsync();
        var rows = Rows(tenant.Companies.Insert(("Name", "Acme")), 5);
        rows[2].Stage = "No such stage";

        var report = await tenant.CreateClient().Opportunities.InsertAsync(rows);

        report.Failed.Should().ContainSingle().Which.Index.Should().Be(2);
        tenant.Emulator.Object("gs_opportunity").Count.Should().Be(4);
    }

    [Fact]
    public async Task The_batch_size_and_the_route_can_be_changed()
    {
        await using var tenant = await StartAsync("/v2/renewals/opportunity");
        var gainsight = tenant.CreateClient(options =>
        {
            options.OpportunitiesPerCall = 5;
            options.RouteOverrides["Opportunities.Insert"] = "/v2/renewals/opportunity";
        });

        var report = await gainsight.Opportunities.InsertAsync(Rows(tenant.Companies.Insert(("Name", "Acme")), 10));

        report.Failed.Should().BeEmpty();
        tenant.Calls(EmulatorOperations.OpportunityCreate).Should().Be(2);
        ((Action)(() => tenant.CreateClient(options => options.OpportunitiesPerCall = 51))).Should().Throw<ArgumentException>().WithMessage("*OpportunitiesPerCall*");
    }

    [Fact]
    public async Task A_tenant_without_opportunities_causes_an_exception()
    {
        await using var tenant = await Tenant.StartAsync();

        Func<Task> insert = () => tenant.CreateClient().Opportunities.InsertAsync(Rows(tenant.Companies.Insert(("Name", "Acme")), 1));

        (await insert.Should().ThrowAsync<GainsightApiException>()).Which.Message.Should().Contain("path of a route override");
        tenant.Emulator.Object("gs_opportunity").Count.Should().Be(0);
    }

    [Fact]
    public async Task A_throttled_write_is_retried_and_creates_each_row_once()
    {
        await using var tenant = await StartAsync();
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Throttle) { Operation = EmulatorOperations.OpportunityCreate, Count = 1 });

        var report = await tenant.CreateClient().Opportunities.InsertAsync(Rows(tenant.Companies.Insert(("Name", "Acme")), 2));

        report.Failed.Should().BeEmpty();
        tenant.Emulator.Object("gs_opportunity").Count.Should().Be(2);
    }

    private static async Task<Tenant> StartAsync(string path = Served)
    {
        var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.OpportunityPath = path;
        return tenant;
    }

    private static List<Opportunity> Rows(string company, int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => new Opportunity
        {
            Name = $"Renewal {i}",
            CompanyId = company,
            ExternalId = $"crm-{i}",
            TargetAmount = 1000.5m + i,
            CloseDate = new DateOnly(2026, 12, 1),
        }),
    ];
}
