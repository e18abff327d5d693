using System.Net;

namespace Gainsight.Client.Tests.Writes;

/// <summary>Answers that are lost, or that leave open what became of some rows.</summary>
public sealed class LostAnswerTests : IDisposable
{
    private static readonly WriteOptions ByName = new() { VerifyBy = CompanyFields.Name };

    private readonly TableTenant _tenant = new();

    public void Dispose() => _tenant.Dispose();

    [Fact]
    public async Task Rows_of_an_insert_that_was_carried_out_are_found_and_not_sent_again()
    {
        _tenant.After = call => call is { Kind: "insert", Number: 1 } ? Lost : null;

        var report = await _tenant.Companies.InsertAsync(TableTenant.List(4), ByName);

        report.Inserted.Should().HaveCount(4).And.OnlyContain(row => (string?)_tenant.Row(row.Record.Name!)["Gsid"] == row.Gsid);
        _tenant.Inserts.Should().ContainSingle();
        _tenant.Reads.Should().ContainSingle();
    }

    [Fact]
    public async Task Rows_of_an_insert_that_was_not_carried_out_are_sent_again_once()
    {
        _tenant.Before = call => call is { Kind: "insert", Number: 1 } ? Lost : null;

        var report = await _tenant.Companies.InsertAsync(TableTenant.List(4), ByName);

        report.Inserted.Should().HaveCount(4);
        _tenant.Inserts.Count().Should().Be(2);
        _tenant.Names.Should().HaveCount(4);
        _tenant.Clock.Passed.Should().Contain(TimeSpan.FromSeconds(5), "the rows may not be visible at once");
    }

    [Fact]
    public async Task Rows_whose_answers_are_lost_twice_are_unknown()
    {
        _tenant.Before = call => call.Kind == "insert" ? Lost : null;

        var report = await _tenant.Companies.InsertAsync(TableTenant.List(2), ByName);

        report.Unknown.Should().HaveCount(2).And.OnlyContain(row => row.Errors.Count == 1);
        _tenant.Inserts.Count().Should().Be(2);
    }

    [Fact]
    public async Task Rows_that_no_read_can_find_are_unknown_at_once()
    {
        _tenant.After = call => call.Kind == "insert" ? Lost : null;

        var keyless = await _tenant.Companies.InsertAsync(TableTenant.List(2));
        var lacking = await _tenant.Companies.InsertAsync([new Company { Name = "x", Employees = 1 }, new Company { Name = "y" }], new WriteOptions { VerifyBy = CompanyFields.Employees });

        keyless.Unknown.Should().HaveCount(2);
        lacking.Unknown.Should().HaveCount(2, "one of the rows has no value in the key");
        (_tenant.Inserts.Count(), _tenant.Reads.Count()).Should().Be((2, 0));
    }

    [Fact]
    public async Task Rows_that_cannot_be_read_back_are_unknown_with_the_failure_of_their_call()
    {
        _tenant.Before = call => call.Kind == "query" ? Lost : null;
        _tenant.After = call => call.Kind == "insert" ? Lost : null;

        var report = await _tenant.Companies.InsertAsync(TableTenant.List(2), ByName);

        report.Unknown.Should().HaveCount(2).And.OnlyContain(row => row.RequestId == "r-2");
        report.StoppedBy.Should().BeNull();
    }

    [Fact]
    public async Task A_read_back_that_fails_with_status_200_is_made_again_and_leaves_no_row_unknown()
    {
        _tenant.Before = call => call is { Kind: "query", Number: 1 } ? TableTenant.Refusal(HttpStatusCode.OK, ErrorCodes.ServerFault) : null;
        _tenant.After = call => call is { Kind: "insert", Number: 1 } ? Lost : null;

        var report = await _tenant.Companies.InsertAsync(TableTenant.List(4), ByName);

        report.Inserted.Should().HaveCount(4);
        _tenant.Inserts.Should().ContainSingle();
        _tenant.Reads.Count().Should().Be(2);
    }

    [Fact]
    public async Task A_row_with_other_values_is_that_of_another_writer_and_the_insert_stays_unknown()
    {
        _tenant.Add("c1", employees: 99);
        _tenant.Before = call => call is { Kind: "insert", Number: 1 } ? Lost : null;

        var report = await _tenant.Companies.InsertAsync(TableTenant.List(2), ByName);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Unknown);
        ((int)_tenant.Row("c1")["Employees"]!).Should().Be(99);
    }

    [Fact]
    public async Task An_upsert_updates_the_row_that_another_writer_made_meanwhile()
    {
        _tenant.Before = call =>
        {
            if (call is not { Kind: "insert", Number: 1 })
            {
                return null;
            }

            _tenant.Add("c1", employees: 99);
            return Lost;
        };

        var report = await _tenant.Companies.UpsertAsync(TableTenant.List(2), CompanyFields.Name);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Updated);
        ((int)_tenant.Row("c1")["Employees"]!).Should().Be(1);
        _tenant.Names.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Rows_that_were_found_twice_have_no_outcome_that_is_known()
    {
        _tenant.After = call =>
        {
            if (call is not { Kind: "insert", Number: 1 })
            {
                return null;
            }

            _tenant.Add("c1", employees: 1);
            return Lost;
        };

        var report = await _tenant.Companies.InsertAsync(TableTenant.List(2), ByName);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Unknown);
        report.Unknown[0].Gsid.Should().BeNull();
    }

    [Fact]
    public async Task Updates_whose_answer_is_lost_are_repeated_by_the_client_and_are_unknown_if_none_arrives()
    {
        _tenant.Add("c0");
        _tenant.After = call => call.Kind == "update" && call.Number > 1 ? Lost : null;

        var first = await _tenant.Companies.UpdateAsync(TableTenant.List(1), CompanyFields.Name);
        var second = await _tenant.Companies.UpdateAsync(TableTenant.List(1), CompanyFields.Name);

        (first.Updated.Count, second.Unknown.Count).Should().Be((1, 1));
        second.Unknown[0].Errors.Should().ContainSingle().Which.Code.Should().Be(ErrorCodes.ServerFault);
        _tenant.Updates.Count().Should().BeGreaterThan(2);
    }

    [Fact]
    public async Task A_row_that_is_missing_after_a_lost_delete_was_deleted_by_it()
    {
        var gsid = _tenant.Add("a");
        _tenant.After = call => call is { Kind: "delete", Number: 1 } ? Lost : null;

        var report = await _tenant.Companies.DeleteAsync([gsid, "1P99"], new WriteOptions { MaxConcurrency = 1 });

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Deleted, RowStatus.Failed);
        report.Rows[0].RequestId.Should().Be("r-2");
    }

    [Fact]
    public async Task A_count_below_the_rows_of_an_insert_is_settled_by_a_read()
    {
        _tenant.After = call =>
        {
            if (call is not { Kind: "insert", Number: 1 })
            {
                return null;
            }

            _tenant.Rows.RemoveAll(row => (string?)row["Name"] == "c2");
            return TableTenant.Written("""{"count":3}""");
        };

        var report = await _tenant.Companies.InsertAsync(TableTenant.List(4), ByName);

        report.Inserted.Should().HaveCount(4);
        _tenant.Inserts.Select(call => call.Records.Count).Should().Equal(4, 1);
        _tenant.Names.Should().OnlyHaveUniqueItems().And.HaveCount(4);
    }

    [Fact]
    public async Task A_single_row_that_was_left_out_without_a_reason_is_unknown()
    {
        _tenant.Before = call => call.Kind == "insert" ? TableTenant.Written("""{"count":0}""") : null;

        var report = await _tenant.Companies.InsertAsync(TableTenant.List(1), ByName);

        report.Unknown.Should().ContainSingle().Which.Errors.Should().ContainSingle()
            .Which.Should().Match<RecordError>(error => error.Code == RecordErrorCodes.CallRefused && error.Message.Contains("does not say what became of this row"));
    }

    [Fact]
    public async Task A_single_row_that_was_left_out_for_a_reason_fails()
    {
        _tenant.Before = call => call.Kind == "insert" ? TableTenant.Written("""{"count":0,"errors":[{"errorCode":"GSOBJ_1012","fieldName":"Other__gc","invalidValue":"x"}]}""") : null;

        var report = await _tenant.Companies.InsertAsync(TableTenant.List(1), ByName);

        report.Failed.Should().ContainSingle().Which.Errors.Should().ContainSingle().Which.Code.Should().Be("GSOBJ_1012");
    }

    [Fact]
    public async Task An_update_whose_answer_has_only_a_count_is_settled_by_a_read()
    {
        _tenant.Add("c0");
        _tenant.Add("c1");
        _tenant.Before = call => call.Kind == "update" ? TableTenant.Written("""{"count":2}""") : null;

        var report = await _tenant.Companies.UpdateAsync(TableTenant.List(3), CompanyFields.Name);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Updated, RowStatus.Failed);
        report.Rows.Select(row => row.Gsid).Should().Equal("1P1", "1P2", null);
        report.Failed[0].Errors.Should().ContainSingle().Which.Code.Should().Be(ErrorCodes.NoMatch);
        _tenant.Updates.Should().ContainSingle();
    }

    [Fact]
    public async Task An_update_whose_count_is_below_the_rows_that_are_there_is_sent_again_in_halves()
    {
        _tenant.Add("c0");
        _tenant.Add("c1");
        _tenant.Before = call => call is { Kind: "update", Number: 1 } ? TableTenant.Written("""{"count":1}""") : null;

        var report = await _tenant.Companies.UpdateAsync(TableTenant.List(2), CompanyFields.Name);

        report.Updated.Should().HaveCount(2);
        _tenant.Updates.Select(call => call.Records.Count).Should().Equal(2, 1, 1);
    }

    [Fact]
    public async Task An_update_that_never_tells_what_became_of_its_rows_leaves_them_unknown()
    {
        _tenant.Add("c0");
        _tenant.Add("c1");
        _tenant.Before = call => call.Kind == "update" ? TableTenant.Written("""{"count":0}""") : null;

        var report = await _tenant.Companies.UpdateAsync(TableTenant.List(2), CompanyFields.Name);

        report.Unknown.Should().HaveCount(2);
    }

    [Fact]
    public async Task An_update_whose_rows_cannot_be_read_is_unknown_with_the_reason()
    {
        _tenant.Add("c0");
        _tenant.Add("c1");
        _tenant.Before = call => call.Kind switch
        {
            "update" => TableTenant.Written("""{"count":2}"""),
            "query" => Lost,
            _ => null,
        };

        var report = await _tenant.Companies.UpdateAsync(TableTenant.List(2), CompanyFields.Name);

        report.Unknown.Should().HaveCount(2).And.OnlyContain(row => row.Errors[0].Code == ErrorCodes.ServerFault && row.RequestId == "r-1");
    }

    private static HttpResponseMessage Lost => TableTenant.Refusal(HttpStatusCode.InternalServerError, ErrorCodes.ServerFault);
}
