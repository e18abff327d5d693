using System.Net;

namespace Gainsight.Client.Tests.Writes;

/// <summary>A 403 that is not Gainsight's. Who sent it may have refused the answer and not the call, so it does not say that a row was not written.</summary>
public sealed class BlockedCallTests : IDisposable
{
    private readonly TableTenant _tenant = new();

    public void Dispose() => _tenant.Dispose();

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task An_updated_row_is_unknown_whether_the_call_or_its_answer_was_refused(bool passesOn, bool isJson)
    {
        AddRows(8);
        Func<TableTenant.Call, HttpResponseMessage?> refuse = call => call.Kind == "update" && call.Names.Contains("c5") ? Answer(isJson) : null;
        (_tenant.Before, _tenant.After) = passesOn ? (_tenant.Before, refuse) : (refuse, _tenant.After);

        var report = await _tenant.Companies.UpdateAsync(TableTenant.List(8), CompanyFields.Name);

        report.StoppedBy.Should().BeNull();
        var unknown = report.Unknown.Should().ContainSingle().Which;
        unknown.Index.Should().Be(5);
        unknown.Errors.Should().ContainSingle().Which.Message.Should().Contain(isJson ? "Forbidden" : "firewall");
        report.Updated.Should().HaveCount(7);
        ((int)_tenant.Row("c5")["Employees"]!).Should().Be(passesOn ? 5 : -1);
    }

    [Fact]
    public async Task A_row_that_Gainsight_itself_refuses_after_a_firewall_refused_its_call_has_failed()
    {
        AddRows(8);
        _tenant.Before = call => call.Kind == "update" && call.Names.Contains("c5") ? Answer(isJson: false) : null;
        var rows = TableTenant.List(8);
        rows[2].Stage = "Bad";

        var report = await _tenant.Companies.UpdateAsync(rows, CompanyFields.Name);

        report.Failed.Should().ContainSingle().Which.Index.Should().Be(2);
        report.Unknown.Should().ContainSingle().Which.Index.Should().Be(5);
        report.Updated.Should().HaveCount(6);
    }

    [Fact]
    public async Task All_rows_of_an_update_are_unknown_when_both_halves_are_refused_and_the_write_stops()
    {
        AddRows(60);
        _tenant.After = call => call.Kind == "update" ? Answer(isJson: false) : null;

        var report = await _tenant.Companies.UpdateAsync(TableTenant.List(60), CompanyFields.Name, new WriteOptions { MaxConcurrency = 1 });

        report.StoppedBy!.Message.Should().Contain("firewall");
        (report.Unknown.Count, report.NotAttempted.Count).Should().Be((50, 10));
        _tenant.Rows.Count(row => (int)row["Employees"]! >= 0).Should().Be(50);
    }

    [Fact]
    public async Task Rows_are_unknown_without_a_search_where_refused_calls_are_only_reported()
    {
        AddRows(3);
        _tenant.After = call => call.Kind == "update" ? Answer(isJson: false) : null;

        var report = await _tenant.Companies.UpdateAsync(TableTenant.List(3), CompanyFields.Name, new WriteOptions { RefusedCall = RefusedCall.Report });

        report.Unknown.Should().HaveCount(3);
        _tenant.Updates.Should().ContainSingle();
    }

    [Fact]
    public async Task A_deleted_row_is_unknown()
    {
        var gsid = _tenant.Add("c0");
        _tenant.After = call => call.Kind == "delete" ? Answer(isJson: false) : null;

        var report = await _tenant.Companies.DeleteAsync([gsid]);

        report.Unknown.Should().ContainSingle().Which.Gsid.Should().Be(gsid);
        _tenant.Rows.Should().BeEmpty();
    }

    [Fact]
    public async Task The_third_single_call_in_a_row_stops_the_write_and_its_row_is_unknown_too()
    {
        _tenant.Before = call => call.Kind == "delete" ? Answer(isJson: false) : null;

        var report = await _tenant.Companies.DeleteAsync(["1P1", "1P2", "1P3", "1P4"], new WriteOptions { MaxConcurrency = 1 });

        report.StoppedBy!.Message.Should().Contain("firewall");
        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Unknown, RowStatus.Unknown, RowStatus.Unknown, RowStatus.NotAttempted);
    }

    [Fact]
    public async Task A_new_row_whose_call_stops_the_write_is_read_back_first()
    {
        _tenant.Before = call => call is { Kind: "insert", Number: < 3 } ? Answer(isJson: false) : null;
        _tenant.After = call =>
        {
            if (call.Kind != "insert")
            {
                return null;
            }

            _tenant.Row("c2")["L2__gc__gr.Email"] = "a@acme.example";
            return Answer(isJson: false);
        };

        // Each company has another lookup, so each is a call of its own.
        var rows = TableTenant.List(4);
        for (var i = 0; i < rows.Count; i++)
        {
            rows[i].SetLookup(new LookupField($"L{i}__gc", "gsuser"), UserFields.Email, "a@acme.example");
        }

        var report = await _tenant.Companies.InsertAsync(rows, new WriteOptions { VerifyBy = CompanyFields.Name, MaxConcurrency = 1 });

        report.StoppedBy!.Message.Should().Contain("firewall");
        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Failed, RowStatus.Failed, RowStatus.Inserted, RowStatus.NotAttempted);
        _tenant.Names.Should().Equal("c2");
    }

    [Fact]
    public async Task A_403_of_Gainsight_itself_says_that_nothing_was_written()
    {
        AddRows(2);
        _tenant.Before = call => call.Kind == "update" ? TableTenant.Refusal(HttpStatusCode.Forbidden, "GSOBJ_1008") : null;

        await _tenant.Awaiting(each => each.Companies.UpdateAsync(TableTenant.List(2), CompanyFields.Name)).Should().ThrowAsync<GainsightApiException>();

        _tenant.Updates.Should().ContainSingle();
    }

    private static HttpResponseMessage Answer(bool isJson) => isJson
        ? StubHandler.Json(HttpStatusCode.Forbidden, """{"message":"Forbidden","incident":"77-1"}""")
        : TableTenant.Page(HttpStatusCode.Forbidden);

    private void AddRows(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _tenant.Add($"c{i}");
        }
    }
}
