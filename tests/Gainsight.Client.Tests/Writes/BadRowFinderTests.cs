using System.Net;

namespace Gainsight.Client.Tests.Writes;

/// <summary>Refused calls: which rows fail, which are sent again, and with how many calls.</summary>
public sealed class BadRowFinderTests : IDisposable
{
    private static readonly WriteOptions ByName = new() { VerifyBy = CompanyFields.Name };

    private readonly TableTenant _tenant = new();

    public void Dispose() => _tenant.Dispose();

    [Fact]
    public async Task A_named_row_fails_with_the_reason_and_the_others_are_sent_once_more()
    {
        var report = await _tenant.Companies.InsertAsync(WithBad(10, 3));

        report.Failed.Should().ContainSingle().Which.Index.Should().Be(3);
        report.Failed[0].Errors.Should().ContainSingle().Which.ToString().Should().Be("GSOBJ_1012 (Stage)");
        report.Failed[0].RequestId.Should().Be("r-2");
        report.Inserted.Should().HaveCount(9);
        _tenant.Inserts.Select(call => call.Records.Count).Should().Equal(10, 9);
        _tenant.Names.Should().HaveCount(9).And.NotContain("c3");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(16)]
    public async Task A_row_that_is_not_named_is_found_by_halving(int count)
    {
        _tenant.NamesBadRows = false;

        var report = await _tenant.Companies.InsertAsync(WithBad(count, count / 2));

        report.Failed.Should().ContainSingle().Which.Index.Should().Be(count / 2);
        report.Failed[0].Errors.Should().ContainSingle().Which.Code.Should().Be("GSOBJ_1008");
        report.Inserted.Should().HaveCount(count - 1);
        report.Calls.Should().Be(1 + (2 * (int)Math.Log2(count)));
    }

    [Fact]
    public async Task A_write_that_asks_for_a_report_makes_no_further_call()
    {
        _tenant.NamesBadRows = false;

        var report = await _tenant.Companies.InsertAsync(WithBad(4, 1), new WriteOptions { RefusedCall = RefusedCall.Report });

        report.Failed.Should().HaveCount(4);
        report.Failed.Should().OnlyContain(row => row.Errors.Count == 2 && row.Errors[0].Code == "GSOBJ_1008" && row.Errors[1].Code == RecordErrorCodes.CallRefused);
        report.Failed[0].Errors[1].Message.Should().Contain("Whether this row is one of the bad ones is not known. It was not written.");
        _tenant.Calls.Should().ContainSingle();
    }

    [Fact]
    public async Task A_write_that_asks_for_a_report_still_tells_the_named_rows_apart()
    {
        var report = await _tenant.Companies.InsertAsync(WithBad(4, 1), new WriteOptions { RefusedCall = RefusedCall.Report });

        report.Failed.Select(row => row.Errors.Count).Should().Equal(2, 1, 2, 2);
        _tenant.Calls.Should().ContainSingle();
    }

    [Fact]
    public async Task An_error_that_fits_no_row_ends_the_search_before_it_begins()
    {
        _tenant.Before = call => call.Kind == "insert"
            ? TableTenant.Refusal(data: """{"errors":[{"errorCode":"GSOBJ_1012","fieldName":"Other__gc","invalidValue":"x"}]}""")
            : null;

        var report = await _tenant.Companies.InsertAsync(TableTenant.List(8));

        report.Failed.Should().HaveCount(8).And.OnlyContain(row => row.Errors.Single().Field == "Other__gc");
        _tenant.Calls.Should().ContainSingle();
    }

    [Fact]
    public async Task After_two_searches_that_were_given_up_further_calls_are_only_reported()
    {
        _tenant.Before = call => call.Kind == "insert" ? TableTenant.Refusal() : null;

        var report = await _tenant.Companies.InsertAsync(TableTenant.List(250), new WriteOptions { MaxConcurrency = 1 });

        report.Failed.Should().HaveCount(250);
        _tenant.Inserts.Count(call => call.Records.Count == 50).Should().Be(5);
        _tenant.Inserts.Count().Should().Be(5 + (2 * 23), "the first two searches end after 24 refusals each");
    }

    [Fact]
    public async Task A_call_that_is_accepted_makes_searches_worth_it_again()
    {
        _tenant.Before = call => call.Kind == "insert" && call.Names.All(name => int.Parse(name![1..]) is < 100 or >= 150) ? TableTenant.Refusal() : null;

        var report = await _tenant.Companies.InsertAsync(TableTenant.List(200), new WriteOptions { MaxConcurrency = 1 });

        report.Inserted.Should().HaveCount(50);
        _tenant.Inserts.Count().Should().Be(4 + (3 * 23));
    }

    [Fact]
    public async Task Many_named_rows_one_after_the_other_are_found_by_halving()
    {
        _tenant.Before = call => call.Kind == "insert" && call.Records.Find(record => (int)record["Employees"]! < 20) is { } first
            ? TableTenant.Refusal(data: $$"""{"errors":[{"errorCode":"GSOBJ_1012","fieldName":"Name","invalidValue":"{{first["Name"]}}"}]}""")
            : null;

        var report = await _tenant.Companies.InsertAsync(TableTenant.List(40));

        report.Failed.Select(row => row.Index).Should().Equal(Enumerable.Range(0, 20).Select(i => (long)i));
        report.Inserted.Should().HaveCount(20);
        _tenant.Inserts.Take(9).Select(call => call.Records.Count).Should().Equal(40, 39, 38, 37, 36, 35, 34, 33, 16);
    }

    [Fact]
    public async Task A_call_that_is_too_large_is_split_and_the_size_is_remembered()
    {
        _tenant.MostRows = 20;

        var report = await _tenant.Companies.InsertAsync(TableTenant.List(50));
        var next = await _tenant.Companies.InsertAsync(TableTenant.List(50, 50), new WriteOptions { MaxConcurrency = 1 });

        (report.Inserted.Count, next.Inserted.Count).Should().Be((50, 50));
        _tenant.Inserts.Select(call => call.Records.Count).Should().Equal(50, 25, 12, 13, 25, 12, 13, 13, 13, 13, 11);
    }

    [Fact]
    public async Task A_call_that_is_too_large_is_only_reported_if_that_was_asked_for()
    {
        _tenant.MostRows = 20;

        var report = await _tenant.Companies.InsertAsync(TableTenant.List(50), new WriteOptions { RefusedCall = RefusedCall.Report });

        report.Failed.Should().HaveCount(50);
        _tenant.Calls.Should().ContainSingle();
    }

    [Fact]
    public async Task Each_row_of_a_call_that_is_too_large_may_be_sent_alone()
    {
        _tenant.MostRows = 1;

        var report = await _tenant.Companies.InsertAsync(TableTenant.List(50));

        report.Inserted.Should().HaveCount(50);
        _tenant.Inserts.Count().Should().Be(99);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task New_rows_that_a_refused_call_wrote_are_not_sent_again(bool isNamed)
    {
        (_tenant.KeepsGoodRows, _tenant.NamesBadRows) = (true, isNamed);

        var report = await _tenant.Companies.InsertAsync(WithBad(6, 2), ByName);
        var reported = await _tenant.Companies.InsertAsync(WithBad(6, 2, first: 10), new WriteOptions { VerifyBy = CompanyFields.Name, RefusedCall = RefusedCall.Report });
        var keyless = await _tenant.Companies.InsertAsync(WithBad(6, 2, first: 20));

        report.Failed.Should().ContainSingle().Which.Index.Should().Be(2);
        report.Inserted.Should().HaveCount(5).And.OnlyContain(row => (string?)_tenant.Row(row.Record.Name!)["Gsid"] == row.Gsid && row.RequestId == "r-2");
        reported.Unknown.Should().HaveCount(isNamed ? 5 : 6);
        keyless.Unknown.Should().HaveCount(isNamed ? 5 : 6);
        _tenant.Names.Should().OnlyHaveUniqueItems().And.HaveCount(15);
    }

    [Fact]
    public async Task That_a_refused_call_wrote_nothing_is_proved_once()
    {
        await _tenant.Companies.InsertAsync(WithBad(6, 2), ByName);
        var reads = _tenant.Reads.Count();

        var second = await _tenant.Companies.InsertAsync(WithBad(6, 2, first: 10), ByName);

        reads.Should().Be(1);
        _tenant.Reads.Count().Should().Be(1);
        (second.Inserted.Count, second.Failed.Count).Should().Be((5, 1));
    }

    [Fact]
    public async Task New_rows_that_cannot_be_read_after_a_refusal_are_unknown()
    {
        _tenant.Before = call => call.Kind == "query" ? TableTenant.Refusal(HttpStatusCode.InternalServerError) : null;

        var report = await _tenant.Companies.InsertAsync(WithBad(4, 1), ByName);

        (report.Failed.Count, report.Unknown.Count).Should().Be((1, 3));
        _tenant.Inserts.Should().ContainSingle();
    }

    [Fact]
    public async Task A_row_of_another_writer_that_appears_meanwhile_is_updated_by_an_upsert()
    {
        _tenant.After = call =>
        {
            if (call is { Kind: "insert", Number: 1 })
            {
                _tenant.Add("c1", employees: 99);
            }

            return null;
        };

        var report = await _tenant.Companies.UpsertAsync(WithBad(3, 0), CompanyFields.Name);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Failed, RowStatus.Updated, RowStatus.Inserted);
        ((int)_tenant.Row("c1")["Employees"]!).Should().Be(1);
    }

    [Fact]
    public async Task Rows_of_an_update_without_a_match_are_found_with_one_read()
    {
        _tenant.Add("c0");
        _tenant.Add("c2");

        var report = await _tenant.Companies.UpdateAsync(TableTenant.List(3), CompanyFields.Name);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Failed, RowStatus.Updated);
        report.Failed[0].Errors.Should().ContainSingle().Which.Should().Match<RecordError>(error => error.Code == ErrorCodes.NoMatch && error.Field == "Name");
        report.Failed[0].RequestId.Should().Be("r-2");
        (_tenant.Updates.Count(), _tenant.Reads.Any()).Should().Be((2, true));
    }

    [Fact]
    public async Task Rows_of_an_update_by_GSID_without_a_match_are_found_with_one_read()
    {
        var there = _tenant.Add("a");
        Company[] rows = [new() { Gsid = there, Employees = 5 }, new() { Gsid = "1P99", Employees = 6 }];

        var report = await _tenant.Companies.UpdateAsync(rows);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Failed);
        report.Failed[0].Errors.Should().ContainSingle().Which.Field.Should().Be("Gsid");
        _tenant.Updates.Count().Should().Be(2);
    }

    [Fact]
    public async Task If_the_rows_without_a_match_cannot_be_read_halving_finds_them()
    {
        _tenant.Add("c0");
        _tenant.Before = call => call.Kind == "query" ? TableTenant.Refusal(HttpStatusCode.InternalServerError) : null;

        var report = await _tenant.Companies.UpdateAsync(TableTenant.List(2), CompanyFields.Name);

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Failed);
        _tenant.Updates.Select(call => call.Records.Count).Should().Equal(2, 1, 1);
    }

    [Fact]
    public async Task The_row_whose_text_a_firewall_refuses_is_found_and_the_others_are_written()
    {
        _tenant.Before = call => call.Kind == "insert" && call.Names.Contains("c5") ? TableTenant.Page(HttpStatusCode.Forbidden) : null;

        var report = await _tenant.Companies.InsertAsync(TableTenant.List(8), ByName);

        report.Failed.Should().ContainSingle().Which.Index.Should().Be(5);
        report.Inserted.Should().HaveCount(7);
        _tenant.Names.Should().OnlyHaveUniqueItems().And.HaveCount(7);
    }

    [Fact]
    public async Task A_firewall_that_refuses_both_halves_refuses_everything_and_stops_the_write()
    {
        _tenant.Before = call => call.Kind == "insert" ? TableTenant.Page(HttpStatusCode.Forbidden) : null;

        await _tenant.Awaiting(each => each.Companies.InsertAsync(TableTenant.List(8), ByName)).Should().ThrowAsync<GainsightApiException>().WithMessage("*403*firewall*");

        _tenant.Inserts.Select(call => call.Records.Count).Should().Equal(8, 4, 4);
    }

    private static List<Company> WithBad(int count, int bad, int first = 0)
    {
        var rows = TableTenant.List(count, first);
        rows[bad].Stage = "Bad";
        return rows;
    }
}
