using System.Net;
using System.Text.Json;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class PartialSuccessTests
{
    [Theory]
    [InlineData(ErrorListForm.Nested)]
    [InlineData(ErrorListForm.Flat)]
    public async Task Rows_named_in_a_success_fail_and_the_others_are_inserted_with_their_own_ids(ErrorListForm form)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.InvalidRecords = InvalidRecordForm.OthersWritten;
        tenant.Emulator.Switches.ErrorList = form;
        var rows = Rows.Companies(50);
        rows[3].Stage = rows[30].Stage = "Nonsense";

        var report = await tenant.CreateClient().Companies.InsertAsync(rows);

        report.Failed.Select(row => row.Index).Should().Equal(3, 30);
        report.Inserted.Should().HaveCount(48).And.OnlyContain(row => Equals(tenant.Companies.Find(row.Gsid!)!["Name"], row.Record.Name));
        report.Calls.Should().Be(1);
    }

    [Fact]
    public async Task An_insert_that_reports_fewer_errors_than_missing_rows_reports_only_what_is_certain()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.InvalidRecords = InvalidRecordForm.OthersWritten;
        tenant.Emulator.Switches.ErrorScope = ErrorScope.FirstError;
        var rows = Rows.Companies(50);
        rows[3].Stage = "Nonsense";
        rows[30].Stage = "Other nonsense";

        var report = await tenant.CreateClient().Companies.InsertAsync(rows);

        report.Failed.Select(row => row.Index).Should().Equal(3);
        report.Unknown.Should().HaveCount(49, "the answer counts 48 and does not say which");
    }

    [Fact]
    public async Task An_upsert_reads_back_the_rows_that_such_an_insert_left_out()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.InvalidRecords = InvalidRecordForm.OthersWritten;
        tenant.Emulator.Switches.ErrorScope = ErrorScope.FirstError;
        var rows = Rows.Companies(50);
        rows[3].Stage = "Nonsense";
        rows[30].Stage = "Other nonsense";

        var report = await tenant.CreateClient().Companies.UpsertAsync(rows, CompanyFields.Name);

        report.Failed.Select(row => row.Index).Should().Equal(3, 30);
        report.Rows[30].Errors[0].InvalidValue.Should().Be("Other nonsense");
        report.Inserted.Should().HaveCount(48).And.OnlyContain(row => Equals(tenant.Companies.Find(row.Gsid!)!["Name"], row.Record.Name));
        tenant.Names().Should().OnlyHaveUniqueItems().And.HaveCount(48);
    }

    [Theory]
    [InlineData(ErrorScope.AllErrors)]
    [InlineData(ErrorScope.FirstError)]
    public async Task A_partly_written_update_continues_until_every_row_is_known(ErrorScope scope)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(50);
        tenant.Emulator.Switches.InvalidRecords = InvalidRecordForm.OthersWritten;
        tenant.Emulator.Switches.ErrorScope = scope;
        var rows = Rows.Companies(50);
        rows[3].Stage = "Nonsense";
        rows[30].Stage = "Other nonsense";

        var report = await tenant.CreateClient().Companies.UpdateAsync(rows, CompanyFields.Name);

        report.Failed.Select(row => row.Index).Should().Equal(3, 30);
        report.Updated.Should().HaveCount(48);
        tenant.Companies.Rows.Count(row => Equals(row["Employees"], -1m)).Should().Be(2);
    }

    [Fact]
    public async Task An_update_whose_answers_never_say_what_was_written_ends_with_unknown_rows()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(50);
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, status, _) => (status,
                """{"result":true,"requestId":"r","data":{"count":0,"errors":[{"errors":[{"errorCode":"GSOBJ_1008","errorMessage":"Some row."}]}],"records":[]}}"""),
        });

        var report = await gainsight.Companies.UpdateAsync(Rows.Companies(50), CompanyFields.Name);

        report.Unknown.Should().NotBeEmpty();
        report.Failed.Should().NotContain(
            row => row.Errors.Any(error => error.Code == RecordErrorCodes.CallRefused), "only a row that was sent alone is known not to be written");
        report.Calls.Should().BeLessThanOrEqualTo(64);
    }

    [Fact]
    public async Task After_a_lost_answer_nothing_is_sent_again_together_with_a_row_that_cannot_be_looked_up()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.InvalidRecords = InvalidRecordForm.OthersWritten;
        tenant.Emulator.Faults.Add(new Fault(FaultKind.CutAfterCommit) { Operation = EmulatorOperations.Insert, Count = 1 });
        Company[] rows = [new() { Name = "Bad", Industry = "Energy", Stage = "Orbiting" }, new() { Name = "Good" }];

        var report = await tenant.CreateClient().Companies.InsertAsync(rows, new WriteOptions { VerifyBy = CompanyFields.Industry });

        report.Unknown.Should().HaveCount(2);
        tenant.Names().Should().Equal("Good");
        tenant.Calls(EmulatorOperations.Insert).Should().Be(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_row_that_shares_the_reported_value_and_was_written_is_not_reported_as_failed(bool canBeLookedUp)
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = Refusing(tenant, "A", SharedStage);
        Company[] rows = [new() { Name = "A", Stage = "Adopting" }, new() { Name = "B", Stage = "Adopting" }, new() { Name = "C" }];

        var report = canBeLookedUp
            ? await gainsight.Companies.UpsertAsync(rows, CompanyFields.Name)
            : await gainsight.Companies.InsertAsync(rows);

        tenant.Names().Should().Equal("B", "C");
        if (canBeLookedUp)
        {
            report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Failed, RowStatus.Inserted, RowStatus.Inserted);
            report.Inserted.Should().OnlyContain(row => Equals(tenant.Companies.Find(row.Gsid!)!["Name"], row.Record.Name));
        }
        else
        {
            report.Unknown.Should().HaveCount(3, "the answer counts two and does not say which");
        }
    }

    [Fact]
    public async Task Rows_named_by_a_unique_value_fail_although_the_counts_do_not_identify_the_others()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.InvalidRecords = InvalidRecordForm.OthersWritten;
        tenant.Emulator.Switches.ErrorScope = ErrorScope.FirstError;
        var rows = Rows.Companies(4);
        (rows[0].Stage, rows[1].Stage, rows[2].Status) = ("Nonsense", "Nonsense", "Other nonsense");

        var report = await tenant.CreateClient().Companies.UpsertAsync(rows, CompanyFields.Name);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Failed, RowStatus.Failed, RowStatus.Failed, RowStatus.Inserted);
        report.Rows[2].Errors[0].InvalidValue.Should().Be("Other nonsense");
        tenant.Names().Should().Equal(Rows.Name(3));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_update_of_a_row_that_shares_the_reported_value_is_not_reported_as_failed(bool byGsid)
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = Refusing(tenant, "A", SharedStage);
        List<Company> rows = [.. new[] { "A", "B", "C" }.Select(name => new Company
        {
            Gsid = tenant.Companies.Insert(("Name", name)),
            Name = name,
            ["Stage"] = name == "C" ? null : "Adopting",
        })];

        var report = await gainsight.Companies.UpdateAsync(rows, byGsid ? IdentifierKeys.Gsid : CompanyFields.Name);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Failed, RowStatus.Updated, RowStatus.Updated);
    }

    [Fact]
    public async Task An_update_that_missed_one_row_does_not_report_the_others_as_failed_because_of_an_error_that_matches_none()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(50);
        var gainsight = Refusing(tenant, Rows.Name(17), """{"errorCode":"GSOBJ_1008","errorMessage":"No.","fieldName":"Health","invalidValue":"x"}""");

        var report = await gainsight.Companies.UpdateAsync(Rows.Companies(50), CompanyFields.Name);

        report.Failed.Should().ContainSingle().Which.Index.Should().Be(17);
        report.Updated.Should().HaveCount(49);
    }

    [Fact]
    public async Task A_row_of_a_partly_written_update_fails_only_after_it_was_sent_alone()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Seed(2);
        var gainsight = Refusing(tenant, Rows.Name(1), """{"errorCode":"GSOBJ_1008","errorMessage":"No."}""", times: 1);

        var report = await gainsight.Companies.UpdateAsync(Rows.Companies(2), CompanyFields.Name);

        report.Updated.Should().HaveCount(2);
    }

    private const string SharedStage = """{"errorCode":"GSOBJ_1012","errorMessage":"No.","fieldName":"Stage","invalidValue":["Adopting"]}""";

    /// <summary>A tenant that does not write the company with a given name (as a dependent picklist or a rule can cause) and reports this with one error.</summary>
    private static GainsightClient Refusing(Tenant tenant, string name, string error, int times = int.MaxValue)
    {
        Intercept? wire = null;
        return tenant.CreateClient(options => options.PrimaryHandler = wire = new Intercept(options.PrimaryHandler!)
        {
            Answer = (request, _, body) =>
            {
                var sent = wire!.Sent.Last().Body;
                if (request.RequestUri!.AbsolutePath.Contains("/query/", StringComparison.Ordinal) || !sent.Contains($"\"{Id(tenant, name)}\"", StringComparison.Ordinal) || times-- <= 0)
                {
                    return null;
                }

                if (request.Method == HttpMethod.Post)
                {
                    tenant.Companies.Delete(tenant.Named(name).Single().Gsid);
                }

                using var answer = JsonDocument.Parse(body);
                string[] others = [.. tenant.Companies.Rows.Where(row => body.Contains(row.Gsid, StringComparison.Ordinal)).Select(row => $$"""{"Gsid":"{{row.Gsid}}"}""")];
                var count = answer.RootElement.GetProperty("data").GetProperty("count").GetInt32() - 1;
                return (HttpStatusCode.OK,
                    $$$"""{"result":true,"requestId":"r","data":{"count":{{{count}}},"errors":[[{"success":false,"errors":[{{{error}}}]}]],"records":[{{{string.Join(',', others)}}}]}}""");
            },
        });

        // Updates by GSID have no name, and before an insert there is no row.
        string Id(Tenant tenant, string name) => wire!.Sent.Last().Path.EndsWith("keys=Gsid", StringComparison.Ordinal) ? tenant.Named(name).Single().Gsid : name;
    }
}
