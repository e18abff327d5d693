using System.Net;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Writes;

/// <summary>A tenant may refuse a call and write its good rows all the same, against its documentation.</summary>
public sealed class RefusedButWrittenTests
{
    private const string Bad = "Orbiting";

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task New_rows_that_a_refused_call_wrote_are_found_by_their_keys_and_not_sent_again(bool upsert, bool namesRows)
    {
        await using var tenant = await StartAsync(namesRows);
        var rows = Rows.Companies(50);
        rows[4].Stage = rows[30].Stage = Bad;

        var report = await WriteAsync(tenant.CreateClient(), rows, upsert);

        tenant.Names().Should().OnlyHaveUniqueItems().And.HaveCount(48);
        report.Failed.Select(row => row.Index).Should().Equal(4, 30);
        report.Inserted.Should().HaveCount(48).And.OnlyContain(row => Equals(tenant.Companies.Find(row.Gsid!)!["Name"], row.Record.Name));
    }

    [Fact]
    public async Task Rows_of_a_custom_object_are_not_doubled_either()
    {
        await using var tenant = await StartAsync(namesRows: false);
        var rows = Enumerable.Range(0, 50)
            .Select(i => new ObjectRecord { ["Name"] = "a", ["Serial_Number__gc"] = $"S{i}", ["Tier__gc"] = i == 7 ? "Lead" : "Gold" });

        var report = await tenant.CreateClient().Objects("Asset__gc").UpsertAsync(rows, Field.Custom<string>("Serial_Number__gc"));

        tenant.Emulator.Object("Asset__gc").Rows.Select(row => row["Serial_Number__gc"]).Should().OnlyHaveUniqueItems().And.HaveCount(49);
        report.Failed.Should().ContainSingle().Which.Index.Should().Be(7);
    }

    [Fact]
    public async Task Opportunities_are_not_doubled_either()
    {
        await using var tenant = await StartAsync(namesRows: false);
        tenant.Emulator.Switches.OpportunityPath = "/v1/data/objects/gs_opportunity";
        var company = tenant.Companies.Insert(("Name", "Acme"));
        var rows = Enumerable.Range(0, 20).Select(i => new Opportunity
        {
            Name = $"o{i}",
            CompanyId = company,
            ExternalId = $"id{i}",
            ["TargetAmount"] = i == 7 ? "much" : 5,
        });

        var report = await tenant.CreateClient().Opportunities.UpsertAsync(rows, OpportunityFields.ExternalId);

        tenant.Emulator.Object("gs_opportunity").Rows.Select(row => row["ExternalId"]).Should().OnlyHaveUniqueItems().And.HaveCount(19);
        report.Failed.Should().ContainSingle().Which.Index.Should().Be(7);
    }

    [Fact]
    public async Task A_row_that_another_writer_made_meanwhile_is_updated_by_an_upsert()
    {
        await using var tenant = await Tenant.StartAsync();
        var rows = Rows.Companies(3);
        rows[0].Stage = Bad;
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (request, status, _) =>
            {
                if (status == HttpStatusCode.BadRequest && tenant.Companies.Count == 0)
                {
                    tenant.Companies.Insert(("Name", Rows.Name(2)), ("Employees", 99));
                }

                return null;
            },
        });

        var report = await gainsight.Companies.UpsertAsync(rows, CompanyFields.Name);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Failed, RowStatus.Inserted, RowStatus.Updated);
        tenant.Companies.Rows.Should().HaveCount(2);
        tenant.Named(Rows.Name(2)).Single()["Employees"].Should().Be(2m);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_a_documented_tenant_the_proof_costs_one_read_for_an_object_and_a_client(bool upsert)
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();

        var first = await WriteAsync(gainsight, OneBad(0), upsert);
        var second = await WriteAsync(gainsight, OneBad(50), upsert);

        first.Failed.Should().ContainSingle();
        second.Failed.Should().ContainSingle();
        tenant.Names().Should().HaveCount(98);
        (first.Calls - second.Calls).Should().Be(1);
        second.Calls.Should().Be(upsert ? 3 : 2);
    }

    [Fact]
    public async Task Rows_that_all_are_bad_prove_nothing()
    {
        await using var tenant = await StartAsync(namesRows: false);
        var gainsight = tenant.CreateClient();
        var rows = Rows.Companies(2);
        rows.ForEach(row => row.Stage = Bad);

        await gainsight.Companies.UpsertAsync(rows, CompanyFields.Name);
        await gainsight.Companies.UpsertAsync(OneBad(10), CompanyFields.Name);

        tenant.Names().Should().OnlyHaveUniqueItems().And.HaveCount(49);
    }

    [Fact]
    public async Task Rows_without_keys_are_unknown_and_not_sent_again_where_the_tenant_has_shown_this()
    {
        await using var tenant = await StartAsync(namesRows: true);
        var gainsight = tenant.CreateClient();
        await gainsight.Companies.UpsertAsync(OneBad(0), CompanyFields.Name);

        var report = await gainsight.Companies.InsertAsync(OneBad(50));

        report.Failed.Should().ContainSingle();
        report.Unknown.Should().HaveCount(49);
        report.Calls.Should().Be(1);
        tenant.Names().Should().OnlyHaveUniqueItems().And.HaveCount(98);
    }

    [Fact]
    public async Task Rows_that_are_not_searched_are_unknown_where_the_tenant_has_shown_this()
    {
        await using var tenant = await StartAsync(namesRows: true);
        var gainsight = tenant.CreateClient();
        await gainsight.Companies.UpsertAsync(OneBad(0), CompanyFields.Name);

        var report = await gainsight.Companies.UpsertAsync(OneBad(50), CompanyFields.Name, new WriteOptions { RefusedCall = RefusedCall.Report });

        report.Failed.Should().ContainSingle();
        report.Unknown.Should().HaveCount(49);
    }

    [Fact]
    public async Task Rows_that_cannot_be_read_after_a_refusal_are_unknown_and_not_sent_again()
    {
        await using var tenant = await StartAsync(namesRows: true);
        tenant.Emulator.Faults.Add(new Fault(FaultKind.Respond) { Operation = EmulatorOperations.Query, Status = 500 });

        var report = await WriteAsync(tenant.CreateClient(), OneBad(0), upsert: false);

        report.Failed.Should().ContainSingle();
        report.Unknown.Should().HaveCount(49);
        tenant.Names().Should().OnlyHaveUniqueItems().And.HaveCount(49);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rows_whose_proof_is_cancelled_or_fails_are_unknown(bool isCancelled)
    {
        await using var tenant = await StartAsync(namesRows: false);
        using var cancellation = new CancellationTokenSource();
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Before = number =>
            {
                if (number == 2 && isCancelled)
                {
                    cancellation.Cancel();
                }
                else if (number == 2)
                {
                    throw new InvalidTimeZoneException("The application's own.");
                }
            },
        });

        WriteReport<Company>? report = null;
        try
        {
            report = await gainsight.Companies.InsertAsync(OneBad(0), new WriteOptions { VerifyBy = CompanyFields.Name }, cancellation.Token);
        }
        catch (WriteCanceledException canceled)
        {
            report = canceled.GetReport<Company>();
        }

        report!.Unknown.Should().HaveCount(50);
        tenant.Companies.Count.Should().Be(49);
    }

    [Fact]
    public async Task A_tenant_that_shows_rows_late_gets_no_row_twice()
    {
        await using var tenant = await StartAsync(namesRows: false);
        tenant.Emulator.Switches.ReadLag = TimeSpan.FromSeconds(4);

        var report = await WriteAsync(tenant.CreateClient(), OneBad(0), upsert: true);

        report.Failed.Should().ContainSingle();
        report.Inserted.Should().HaveCount(49);
        tenant.Names().Should().OnlyHaveUniqueItems();
    }

    private static async Task<Tenant> StartAsync(bool namesRows)
    {
        var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.InvalidRecords = InvalidRecordForm.OthersWrittenCallFails;
        tenant.Emulator.Switches.RefusalsListErrors = namesRows;
        return tenant;
    }

    private static List<Company> OneBad(int first)
    {
        var rows = Rows.Companies(50, first);
        rows[7].Stage = Bad;
        return rows;
    }

    private static Task<WriteReport<Company>> WriteAsync(GainsightClient gainsight, List<Company> rows, bool upsert) => upsert
        ? gainsight.Companies.UpsertAsync(rows, CompanyFields.Name)
        : gainsight.Companies.InsertAsync(rows, new WriteOptions { VerifyBy = CompanyFields.Name });
}
