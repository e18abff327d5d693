using System.Net;
using System.Text.RegularExpressions;
using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Writes;

public sealed class RefusedRowTests
{
    private const string Unknown = "No such stage";

    public static TheoryData<ErrorListForm, ErrorScope, RefusalStatus> Forms
    {
        get
        {
            var forms = new TheoryData<ErrorListForm, ErrorScope, RefusalStatus>();
            foreach (var list in Enum.GetValues<ErrorListForm>())
            {
                foreach (var scope in (ErrorScope[])[ErrorScope.AllErrors, ErrorScope.FirstError])
                {
                    forms.Add(list, scope, RefusalStatus.BadRequest);
                    forms.Add(list, scope, RefusalStatus.OkWithResultFalse);
                }
            }

            return forms;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task One_bad_row_in_fifty_costs_two_calls_when_the_error_names_it(ErrorListForm list, ErrorScope scope, RefusalStatus status)
    {
        await using var tenant = await Tenant.StartAsync();
        (tenant.Emulator.Switches.ErrorList, tenant.Emulator.Switches.ErrorScope, tenant.Emulator.Switches.RefusalStatus) = (list, scope, status);
        var rows = Rows.Companies(50);
        rows[17].Stage = Unknown;

        var report = await tenant.CreateClient().Companies.InsertAsync(rows);

        ShouldHaveFailedOnly(tenant, report, 17);
        report.Rows[17].Errors[0].Should().Match<RecordError>(
            error => error.Code == "GSOBJ_1012" && error.Field == "Stage" && error.InvalidValue == Unknown);
        report.Rows[17].RequestId.Should().NotBeNullOrEmpty();
        report.Calls.Should().Be(2);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Three_bad_rows_in_fifty_fail_and_the_others_are_written(ErrorListForm list, ErrorScope scope, RefusalStatus status)
    {
        await using var tenant = await Tenant.StartAsync();
        (tenant.Emulator.Switches.ErrorList, tenant.Emulator.Switches.ErrorScope, tenant.Emulator.Switches.RefusalStatus) = (list, scope, status);
        var rows = Rows.Companies(50);
        rows[3].Stage = Unknown;
        rows[4].Stage = "Another";
        rows[49].Status = Unknown;

        var report = await tenant.CreateClient().Companies.InsertAsync(rows);

        ShouldHaveFailedOnly(tenant, report, 3, 4, 49);
        report.Calls.Should().Be(scope == ErrorScope.AllErrors ? 2 : 4);
    }

    [Theory]
    [InlineData(0, 13)]
    [InlineData(12, 13)]
    [InlineData(24, 13)]
    [InlineData(25, 13)]
    [InlineData(49, 13)]
    public async Task One_unnamed_bad_row_in_fifty_costs_at_most_thirteen_calls(int bad, int most)
    {
        await using var tenant = await Tenant.StartAsync();
        var rows = Rows.Companies(50);
        rows[bad].Stage = Unknown;

        var report = await Terse(tenant).Companies.InsertAsync(rows);

        ShouldHaveFailedOnly(tenant, report, bad);
        report.Calls.Should().BeLessThanOrEqualTo(most);
    }

    [Fact]
    public async Task Eight_adjacent_bad_rows_are_found_although_nothing_names_them()
    {
        await using var tenant = await Tenant.StartAsync();
        var rows = Rows.Companies(50);
        rows.Take(8).ToList().ForEach(row => row.Stage = Unknown);

        var report = await Terse(tenant).Companies.InsertAsync(rows);

        ShouldHaveFailedOnly(tenant, report, [.. Enumerable.Range(0, 8)]);
        report.Calls.Should().BeLessThanOrEqualTo(64);
    }

    [Fact]
    public async Task Thirty_bad_rows_named_one_at_a_time_are_found_within_64_calls()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.ErrorScope = ErrorScope.FirstError;
        var rows = Rows.Companies(50);
        int[] bad = [.. Enumerable.Range(0, 50).Where(i => i % 5 < 3)];
        Array.ForEach(bad, i => rows[i].Stage = $"No such stage {i}");

        var report = await tenant.CreateClient().Companies.InsertAsync(rows);

        ShouldHaveFailedOnly(tenant, report, bad);
        report.Calls.Should().BeLessThanOrEqualTo(64);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fifty_bad_rows_all_fail_at_a_bounded_cost(bool named)
    {
        await using var tenant = await Tenant.StartAsync();
        var rows = Rows.Companies(50);
        rows.ForEach(row => row.Stage = Unknown);

        var report = await (named ? tenant.CreateClient() : Terse(tenant)).Companies.InsertAsync(rows);

        ShouldHaveFailedOnly(tenant, report, [.. Enumerable.Range(0, 50)]);
        report.Calls.Should().BeLessThanOrEqualTo(named ? 1 : 64);
    }

    [Theory]
    [InlineData(ErrorScope.AllErrors, false, 20)]
    [InlineData(ErrorScope.AllErrors, true, 20)]
    [InlineData(ErrorScope.FirstError, false, 20)]
    [InlineData(ErrorScope.FirstError, true, 100)]
    public async Task A_field_that_the_object_lacks_fails_every_row_of_twenty_calls_at_a_bounded_cost(ErrorScope scope, bool eachItsOwn, int mostCalls)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.ErrorScope = scope;
        var rows = Rows.Companies(1000);
        rows.ForEach(row => row["Nonsense__gc"] = eachItsOwn ? row.Name : "same");

        var report = await tenant.CreateClient().Companies.InsertAsync(rows);

        report.Failed.Should().HaveCount(1000);
        report.Rows.Should().OnlyContain(row => row.Errors[0].Code == "GSOBJ_1002" && row.Errors[0].Field == "Nonsense__gc" && row.Errors[0].Message.Length > 0);
        report.Calls.Should().BeLessThanOrEqualTo(mostCalls);
        tenant.Companies.Count.Should().Be(0);
    }

    [Fact]
    public async Task Probing_stops_for_refusals_without_a_reason_and_every_row_is_reported()
    {
        await using var tenant = await Tenant.StartAsync();
        var rows = Rows.Companies(1000);
        rows.ForEach(row => row.Stage = Unknown);

        var report = await Terse(tenant).Companies.InsertAsync(rows);

        report.Failed.Should().HaveCount(1000);
        report.Rows.Should().OnlyContain(row => row.Errors.Count > 0 && row.Errors[0].Code == "GSOBJ_1008");
        report.Calls.Should().BeLessThanOrEqualTo(100);
        report.Failed[999].Errors.Should().Contain(error => error.Code == RecordErrorCodes.CallRefused);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.BadRequest)]
    public async Task A_refusal_without_a_code_fails_its_rows_and_not_the_whole_write(HttpStatusCode status)
    {
        await using var tenant = await Tenant.StartAsync();
        var rows = Rows.Companies(120);
        rows[17].Stage = Unknown;
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, answered, _) => answered == HttpStatusCode.BadRequest ? (status, """{"result":false,"requestId":"r","data":null}""") : null,
        });

        var report = await gainsight.Companies.InsertAsync(rows, new WriteOptions { MaxConcurrency = 1 });

        ShouldHaveFailedOnly(tenant, report, 17);
        report.StoppedBy.Should().BeNull();
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task An_insert_refused_with_a_server_error_is_not_retried(HttpStatusCode status)
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, _, _) => (status, """{"result":false,"errorCode":"GU_1101","errorDesc":"Oops, something went wrong.","requestId":"r","data":null}"""),
        });

        var report = await gainsight.Companies.InsertAsync(Rows.Companies(50));

        report.Unknown.Should().HaveCount(50, "the tenant wrote the rows, and no answer says so");
        tenant.Companies.Count.Should().Be(50);
        tenant.Calls(EmulatorOperations.Insert).Should().Be(1);
    }

    [Fact]
    public async Task Calls_full_of_bad_rows_do_not_prevent_a_later_good_row_from_being_written()
    {
        await using var tenant = await Tenant.StartAsync();
        var rows = Rows.Companies(200);
        rows.Take(100).ToList().ForEach(row => row.Stage = Unknown);
        rows[150].Summary = new string('x', 5000);

        var report = await tenant.CreateClient().Companies.InsertAsync(rows, new WriteOptions { MaxConcurrency = 1 });

        ShouldHaveFailedOnly(tenant, report, [.. Enumerable.Range(0, 100), 150]);
    }

    [Theory]
    [InlineData(InvalidRecordForm.WholeCallFails)]
    [InlineData(InvalidRecordForm.OthersWritten)]
    public async Task An_error_that_names_a_field_without_a_value_does_not_fail_rows_that_leave_the_field_empty(InvalidRecordForm form)
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.InvalidRecords = form;
        var rows = Rows.Companies(50);
        rows.Take(30).ToList().ForEach(row => row.Clear(CompanyFields.Stage));
        rows[3].Stage = Unknown;
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, status, body) => (status, Regex.Replace(body, """,?"invalidValue":(\[[^\]]*\]|"[^"]*")""", string.Empty)),
        });

        var report = await gainsight.Companies.UpsertAsync(rows, CompanyFields.Name);

        ShouldHaveFailedOnly(tenant, report, 3);
    }

    [Fact]
    public async Task The_Report_option_makes_no_more_calls_and_distinguishes_the_bad_rows_from_the_others()
    {
        await using var tenant = await Tenant.StartAsync();
        var rows = Rows.Companies(50);
        rows[3].Stage = Unknown;

        var report = await tenant.CreateClient().Companies.InsertAsync(rows, new WriteOptions { RefusedCall = RefusedCall.Report });

        report.Failed.Should().HaveCount(50);
        report.Calls.Should().Be(1);
        report.Rows[3].Errors.Should().ContainSingle().Which.Field.Should().Be("Stage");
        report.Rows[4].Errors.Should().Contain(error => error.Code == RecordErrorCodes.CallRefused);
        tenant.Companies.Count.Should().Be(0);
    }

    [Fact]
    public async Task An_invalid_value_cut_within_a_surrogate_pair_does_not_lose_the_report()
    {
        await using var tenant = await Tenant.StartAsync();
        var rows = Rows.Companies(50);
        rows[17].Stage = Unknown;
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!)
        {
            Answer = (_, status, body) => (status, body.Replace(Unknown, "No such \\ud83d", StringComparison.Ordinal)),
        });

        var report = await gainsight.Companies.InsertAsync(rows);

        ShouldHaveFailedOnly(tenant, report, 17);
        report.Rows[17].Errors[0].InvalidValue.Should().Be("No such \uFFFD");
    }

    private static GainsightClient Terse(Tenant tenant) =>
        tenant.CreateClient(options => options.PrimaryHandler = new Intercept(options.PrimaryHandler!) { Answer = Intercept.WithoutDetail });

    private static void ShouldHaveFailedOnly(Tenant tenant, WriteReport<Company> report, params int[] bad)
    {
        report.Failed.Select(row => (int)row.Index).Should().Equal(bad);
        report.Inserted.Should().HaveCount(report.Rows.Count - bad.Length);
        report.Failed.Should().OnlyContain(row => row.Errors.Count > 0);
        tenant.Names().Should().Equal(report.Inserted.Select(row => row.Record.Name).Order(StringComparer.Ordinal));
    }
}
