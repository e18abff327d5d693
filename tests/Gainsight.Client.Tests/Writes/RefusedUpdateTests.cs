using System.Net;

namespace Gainsight.Client.Tests.Writes;

/// <summary>A tenant that refuses an update as a whole and writes its good rows all the same, against its documentation.</summary>
public sealed class RefusedUpdateTests : IDisposable
{
    private readonly TableTenant _tenant = new() { KeepsGoodRows = true };

    public void Dispose() => _tenant.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Good_rows_are_written_again_and_told_as_updated(bool namesBadRows)
    {
        _tenant.NamesBadRows = namesBadRows;

        var report = await _tenant.Companies.UpdateAsync(Rows(), CompanyFields.Name);

        report.Failed.Select(row => row.Index).Should().Equal(3, 6);
        report.Updated.Should().HaveCount(6).And.OnlyContain(row => (int)_tenant.Row(row.Record.Name!)["Employees"]! == row.Record.Employees);
        _tenant.Names.Should().OnlyHaveUniqueItems();
        ((int)_tenant.Row("c3")["Employees"]!).Should().Be(-1);
    }

    [Fact]
    public async Task Rows_are_unknown_when_the_write_stops_before_the_bad_one_is_found_on_a_tenant_that_is_known_for_it()
    {
        await LearnAsync();
        _tenant.NamesBadRows = false;
        var before = _tenant.Updates.Count();
        _tenant.Before = call => call.Kind == "update" && call.Number > before + 1 ? TableTenant.Refusal(HttpStatusCode.Unauthorized, ErrorCodes.Unauthorized) : null;

        var report = await _tenant.Companies.UpdateAsync(Rows(), CompanyFields.Name);

        report.StoppedBy.Should().BeOfType<GainsightAuthenticationException>();
        report.Unknown.Should().HaveCount(8, "the refused call has written six of them");
        _tenant.Rows.Count(row => (int)row["Employees"]! >= 0 && ((string)row["Name"]!).StartsWith('c')).Should().Be(6);
    }

    [Fact]
    public async Task Rows_are_unknown_where_refused_calls_are_only_reported_on_a_tenant_that_is_known_for_it()
    {
        await LearnAsync();

        var report = await _tenant.Companies.UpdateAsync(Rows(), CompanyFields.Name, new WriteOptions { RefusedCall = RefusedCall.Report });

        report.Unknown.Should().HaveCount(6);
        report.Failed.Select(row => row.Index).Should().Equal(3, 6);
    }

    /// <summary>An insert shows what the tenant does.</summary>
    private async Task LearnAsync()
    {
        Company[] rows = [new() { Name = "x1", Employees = 1 }, new() { Name = "x2", Stage = "Bad" }];
        var report = await _tenant.Companies.UpsertAsync(rows, CompanyFields.Name);
        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Inserted, RowStatus.Failed);
    }

    private List<Company> Rows()
    {
        var rows = TableTenant.List(8);
        rows.ForEach(row => _tenant.Add(row.Name!));
        rows[3].Stage = rows[6].Stage = "Bad";
        return rows;
    }
}
