using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Writes;

/// <summary>Picklist items in the forms that tenants may require: in exact or in any case, as a list or as one text.</summary>
public sealed class PicklistWriteTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_picklist_item_in_another_case_is_written_or_fails_only_its_row(bool caseSensitive)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.PicklistsAreCaseSensitive = caseSensitive;
        Company[] rows = [new() { Name = "A", Stage = "adopting" }, new() { Name = "B", Tags = ["Beta", "at RISK"] }, new() { Name = "C", Stage = "Adopting" }];

        var report = await tenant.CreateClient().Companies.InsertAsync(rows);

        if (caseSensitive)
        {
            report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Failed, RowStatus.Failed, RowStatus.Inserted);
            report.Failed.Select(row => (row.Errors[0].Code, row.Errors[0].Field)).Should().Equal(("GSOBJ_1012", "Stage"), ("GSOBJ_1012", "Tags"));
            tenant.Names().Should().Equal("C");
        }
        else
        {
            report.Inserted.Should().HaveCount(3);
            var adopting = tenant.Companies.Field("Stage").Picklist!.Find("Adopting")!.Gsid;
            tenant.Named("A").Single()["Stage"].Should().Be(adopting);
            tenant.Named("C").Single()["Stage"].Should().Be(adopting);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Preflight_suggests_the_intended_item_on_either_tenant(bool caseSensitive)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.PicklistsAreCaseSensitive = caseSensitive;

        var report = await tenant.CreateClient().Companies.InsertAsync(
            [new Company { Name = "A", Stage = "adopting" }], new WriteOptions { Preflight = true });

        report.Failed.Should().ContainSingle().Which.Errors.Should().ContainSingle().Which.Message.Should().Contain("Did you mean Adopting?");
        tenant.Calls(EmulatorOperations.Insert).Should().Be(0);
    }

    [Theory]
    [InlineData(MultiSelectInput.Any, MultiSelectFormat.Array, true)]
    [InlineData(MultiSelectInput.Any, MultiSelectFormat.Semicolons, true)]
    [InlineData(MultiSelectInput.ListOnly, MultiSelectFormat.Array, true)]
    [InlineData(MultiSelectInput.ListOnly, MultiSelectFormat.Semicolons, false)]
    [InlineData(MultiSelectInput.JoinedTextOnly, MultiSelectFormat.Array, false)]
    [InlineData(MultiSelectInput.JoinedTextOnly, MultiSelectFormat.Semicolons, true)]
    public async Task A_multi_select_is_written_in_the_configured_form_and_another_form_fails_only_its_row(MultiSelectInput input, MultiSelectFormat format, bool fits)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.MultiSelectInput = input;
        tenant.Companies.Insert(("Name", "Tagged"), ("Tags", new[] { "Beta", "Reference" }));
        var gainsight = tenant.CreateClient(options => options.MultiSelectFormat = format);
        var loaded = (await gainsight.Companies.Query().Select(CompanyFields.Name, CompanyFields.Tags).FirstOrDefaultAsync())!;
        loaded.Name = "Copy";

        var report = await gainsight.Companies.UpsertAsync(
            [new() { Name = "New", Tags = ["Beta", "Reference"] }, loaded, new() { Name = "Plain" }], CompanyFields.Name);

        if (fits)
        {
            report.Inserted.Should().HaveCount(3);
            tenant.Named("New").Single()["Tags"].Should().NotBeNull().And.Be(tenant.Named("Tagged").Single()["Tags"]);
            tenant.Named("Copy").Single()["Tags"].Should().Be(tenant.Named("Tagged").Single()["Tags"]);
        }
        else
        {
            report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Failed, RowStatus.Failed, RowStatus.Inserted);
            report.Failed.Should().OnlyContain(row => row.Errors[0].Field == "Tags" && row.Errors[0].Code == "GSOBJ_1012");
            tenant.Names().Should().Equal("Plain", "Tagged");
        }
    }
}
