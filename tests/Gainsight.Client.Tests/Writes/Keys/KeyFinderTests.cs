using System.Net;

namespace Gainsight.Client.Tests.Writes;

/// <summary>How an upsert finds the rows of the tenant by their keys.</summary>
public sealed class KeyFinderTests : IDisposable
{
    private readonly TableTenant _tenant = new();

    public void Dispose() => _tenant.Dispose();

    [Theory]
    [InlineData("001000000000abcAAA", "001000000000abc")]
    [InlineData("001000000000abc", "001000000000abcAAA")]
    public async Task A_Salesforce_id_is_found_in_either_form(string held, string sent)
    {
        _tenant.Rows.Add(new() { ["Gsid"] = "1P1", ["Name"] = "a", ["Sfdc__gc"] = held });

        var report = await _tenant.Companies.UpsertAsync([new Company { Name = "b", ["Sfdc__gc"] = sent }], new Field<string>("Sfdc__gc", DataType.SfdcId));

        report.Updated.Should().ContainSingle().Which.Gsid.Should().Be("1P1");
        ((string?)_tenant.Rows.Single()["Name"]).Should().Be("b");
    }

    [Fact]
    public async Task A_tenant_that_refuses_lists_of_values_is_asked_with_equalities()
    {
        _tenant.Add("c1");
        _tenant.Add("c30");
        _tenant.Before = call => call.Kind == "query" && OperatorsOf(call).Contains("IN") ? TableTenant.Refusal(code: "GSOBJ_1001") : null;
        _tenant.Matches = (conditions, row) => conditions.Exists(condition => TableTenant.IsMatch(condition, row));

        var report = await _tenant.Companies.UpsertAsync(TableTenant.List(40), CompanyFields.Name);
        var refused = _tenant.Reads.Count(call => OperatorsOf(call).Contains("IN"));
        await _tenant.Companies.UpsertAsync(TableTenant.List(2, first: 60), CompanyFields.Name);

        report.Updated.Select(row => row.Index).Should().Equal(1, 30);
        report.Inserted.Should().HaveCount(38);
        refused.Should().Be(2, "lists of 500 and of 50 values are refused");
    }

    [Fact]
    public async Task Another_spelling_is_asked_for_alone_if_the_exact_one_is_there()
    {
        _tenant.Add("Acme");
        Company[] rows = [new() { Name = "Acme", Employees = 1 }, new() { Name = "ACME", Employees = 2 }];

        var apart = await _tenant.Companies.UpsertAsync(rows, CompanyFields.Name);
        using TableTenant caseless = new();
        caseless.Add("Acme");
        caseless.Matches = (conditions, row) => conditions.TrueForAll(condition => condition["value"]!.AsArray().Any(value => string.Equals((string?)value, (string?)row["Name"], StringComparison.OrdinalIgnoreCase)));
        var same = await caseless.Companies.UpsertAsync(rows, CompanyFields.Name);

        apart.Rows.Select(row => row.Status).Should().Equal(RowStatus.Updated, RowStatus.Inserted);
        same.Rows.Select(row => (row.Status, row.Gsid)).Should().Equal((RowStatus.Updated, "1P1"), (RowStatus.Updated, "1P1"));
        caseless.Rows.Should().ContainSingle();
    }

    [Fact]
    public async Task A_tenant_that_ignores_the_filter_proves_nothing_about_spellings()
    {
        _tenant.Add("Other");
        _tenant.Add("ACME");
        _tenant.Matches = (_, _) => true;

        var report = await _tenant.Companies.UpsertAsync([new Company { Name = "Acme", Employees = 1 }], CompanyFields.Name);

        report.Inserted.Should().ContainSingle();
    }

    [Fact]
    public async Task A_row_that_comes_on_two_pages_is_one_row()
    {
        _tenant.Add("a");
        _tenant.Before = call => call.Kind == "query"
            ? TableTenant.Written(((int?)call.Body!["offset"] ?? 0) < 2 ? """[{"Gsid":"1P1","Name":"a"},{"Gsid":"1P1","Name":"a"}]""" : "[]")
            : null;

        var report = await _tenant.Companies.UpsertAsync([new Company { Name = "a", Employees = 1 }], CompanyFields.Name);

        report.Updated.Should().ContainSingle().Which.Gsid.Should().Be("1P1");
    }

    [Fact]
    public async Task A_firewall_that_refuses_both_halves_of_a_read_stops_the_write()
    {
        _tenant.Before = call => call.Kind == "query" ? TableTenant.Page(HttpStatusCode.Forbidden) : null;

        var report = await _tenant.Companies.UpsertAsync(TableTenant.List(8), CompanyFields.Name);

        report.NotAttempted.Should().HaveCount(8);
        _tenant.Inserts.Should().BeEmpty();
        _tenant.Reads.Count().Should().Be(3);
    }

    private static IEnumerable<string?> OperatorsOf(TableTenant.Call call) => call.Body!["where"]!["conditions"]!.AsArray().Select(condition => (string?)condition!["operator"]);
}
