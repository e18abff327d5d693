namespace Gainsight.Client.IntegrationTests.Tenants;

/// <summary>Tenants that take two spellings of a key for the same.</summary>
public sealed class KeyTenantTests
{
    [Theory]
    [InlineData("Acme", " acme ")]
    [InlineData("Café", "CAFE\u0301")]
    public async Task An_update_by_another_spelling_changes_the_row_that_the_tenant_finds(string stored, string sent)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.KeysAreTrimmed = true;
        tenant.Emulator.Switches.KeysAreComposed = true;
        tenant.Emulator.Switches.KeysIgnoreCase = true;
        var gsid = tenant.Companies.Insert(("Name", stored));

        var report = await tenant.CreateClient().Companies.UpdateAsync([new Company { Name = sent, Employees = 5 }], CompanyFields.Name);

        report.Failed.Should().BeEmpty();
        tenant.Companies.Find(gsid)!["Employees"].Should().Be(5m);
        tenant.Companies.Count.Should().Be(1);
    }

    [Fact]
    public async Task A_filter_by_one_length_of_a_Salesforce_id_finds_the_other()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.SalesforceIdsMatchInBothLengths = true;
        tenant.Companies.Insert(("Name", "Acme"), ("SfdcAccountId", "0015g00000AbCdE"));

        var found = await tenant.CreateClient().Companies.Query().Where(CompanyFields.SfdcAccountId.EqualTo("0015g00000AbCdEAAV")).ToListAsync();

        found.Should().ContainSingle();
    }

    [Fact]
    public async Task A_text_that_the_tenant_trims_is_read_as_the_tenant_holds_it()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.TrimsStoredTexts = true;
        var gainsight = tenant.CreateClient();

        await gainsight.Companies.InsertAsync([new Company { Name = "Acme", Summary = " text " }]);

        (await gainsight.Companies.Query().Select(CompanyFields.Summary).ToListAsync()).Single().Summary.Should().Be("text");
    }
}
