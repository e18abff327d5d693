using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Cockpit;

namespace Gainsight.Client.IntegrationTests.Tenants;

/// <summary>Responses to writes that list less, or in another order, than was written.</summary>
public sealed class WriteTenantTests
{
    private const int Rows = 10;

    [Theory]
    [InlineData(WrittenRecordsForm.Shuffled)]
    [InlineData(WrittenRecordsForm.Partial)]
    public async Task Every_row_is_written_once_whatever_the_response_lists(WrittenRecordsForm form)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.WrittenRecords = form;
        tenant.Emulator.Switches.WriteEcho = WriteEcho.Fields;

        var report = await tenant.CreateClient().Companies.InsertAsync(Enumerable.Range(0, Rows).Select(i => new Company { Name = $"c{i}" }));

        report.Rows.Should().HaveCount(Rows);
        report.Failed.Should().BeEmpty();
        tenant.Companies.Rows.Select(row => row["Name"]).Should().HaveCount(Rows).And.OnlyHaveUniqueItems();
        var named = report.Rows.Where(row => row.Gsid is not null).ToList();
        named.Should().HaveCount(form == WrittenRecordsForm.Partial ? 0 : Rows);
        named.Where(row => !Equals(tenant.Companies.Find(row.Gsid!)!["Name"], row.Record.Name)).Should().BeEmpty("the repeated fields say which row is which");
    }

    [Theory]
    [InlineData("update by key")]
    [InlineData("update by GSID")]
    [InlineData("upsert")]
    public async Task After_an_answer_in_another_order_no_row_gets_a_GSID_by_its_position(string kind)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.WrittenRecords = WrittenRecordsForm.Shuffled;
        List<Company> known = [.. Enumerable.Range(0, Rows).Select(i => new Company { Name = $"k{i}", Gsid = tenant.Companies.Insert(("Name", $"k{i}")), Employees = 1 })];
        var gainsight = tenant.CreateClient();
        _ = kind switch
        {
            "update by key" => await gainsight.Companies.UpdateAsync(known, CompanyFields.Name),
            "update by GSID" => await gainsight.Companies.UpdateAsync(known, IdentifierKeys.Gsid),
            _ => await gainsight.Companies.UpsertAsync(known, CompanyFields.Name),
        };

        var report = await gainsight.Companies.InsertAsync(Enumerable.Range(0, Rows).Select(i => new Company { Name = $"c{i}" }));
        var single = await gainsight.Companies.InsertAsync(new Company { Name = "alone" });

        report.Inserted.Should().HaveCount(Rows).And.OnlyContain(row => row.Gsid == null);
        tenant.Companies.Find(single.Gsid!)!["Name"].Should().Be("alone");
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task The_bad_row_is_found_without_a_count_and_without_a_list_of_errors(bool count, bool list)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.RefusalsHaveCount = count;
        tenant.Emulator.Switches.RefusalsListErrors = list;

        var report = await tenant.CreateClient().Companies.InsertAsync(
            Enumerable.Range(0, Rows).Select(i => new Company { Name = $"c{i}", Stage = i == 4 ? "Orbiting" : null }));

        report.Failed.Single().Index.Should().Be(4);
        tenant.Companies.Count.Should().Be(Rows - 1);
    }

    [Fact]
    public async Task An_update_that_writes_the_valid_rows_and_is_refused_ends_with_all_valid_rows_written()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.InvalidRecords = InvalidRecordForm.OthersWrittenCallFails;
        for (var i = 0; i < Rows; i++)
        {
            tenant.Companies.Insert(("Name", $"c{i}"));
        }

        var report = await tenant.CreateClient().Companies.UpdateAsync(
            Enumerable.Range(0, Rows).Select(i => new Company { Name = $"c{i}", Employees = 7, Stage = i == 4 ? "Orbiting" : "Adopting" }), CompanyFields.Name);

        report.Failed.Single().Index.Should().Be(4);
        tenant.Companies.Rows.Count(row => Equals(row["Employees"], 7m)).Should().Be(Rows - 1);
    }

    [Fact]
    public async Task A_tenant_that_refuses_ids_in_creates_accepts_the_CTAs_of_the_client()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        tenant.Emulator.Switches.CreatesRefuseGsid = true;

        (await tenant.CreateCtaAsync("wanted")).Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_number_that_is_sent_as_text_is_stored_as_a_number_where_the_tenant_allows_it()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.AcceptsNumbersAsText = true;

        await tenant.CreateClient().Objects("Asset__gc").InsertAsync([new ObjectRecord { ["Name"] = "a", ["Seats__gc"] = "5" }]);

        tenant.Emulator.Object("Asset__gc").Rows.Single()["Seats__gc"].Should().Be(5m);
    }
}
