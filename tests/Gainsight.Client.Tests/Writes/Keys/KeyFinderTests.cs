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

    [Fact]
    public async Task A_single_key_is_read_to_its_end_however_many_pages_that_takes()
    {
        _tenant.MostOnPage = 2;
        for (var i = 0; i < 60; i++)
        {
            _tenant.Add($"c{i}");
        }

        var report = await _tenant.Companies.UpsertAsync(TableTenant.List(60), CompanyFields.Name);

        report.Updated.Should().HaveCount(60);
        report.Updated.Should().OnlyContain(row => (string?)_tenant.Row(row.Record.Name!)["Gsid"] == row.Gsid);
    }

    [Theory]
    [InlineData("""[{"Name":"c0"},{"Name":"c1"}]""")]
    [InlineData("""[{"Gsid":"1P1"},{"Gsid":"1P2"}]""")]
    [InlineData("""[{"Gsid":"1P1","Name":null}]""")]
    public async Task Rows_that_come_without_their_GSIDs_or_keys_are_not_taken_for_missing(string page)
    {
        _tenant.Before = call => call.Kind == "query" ? TableTenant.Written(((int?)call.Body!["offset"] ?? 0) == 0 && !HasKeyset(call) ? page : "[]") : null;

        var report = await _tenant.Companies.UpsertAsync(TableTenant.List(2), CompanyFields.Name);

        report.NotAttempted.Should().HaveCount(2).And.OnlyContain(row => row.Errors[0].Message.StartsWith("The rows of Company that have the keys (Name) came without their keys or GSIDs"));
        _tenant.Inserts.Should().BeEmpty();

        static bool HasKeyset(TableTenant.Call call) => call.Body!["where"]!.ToJsonString().Contains("GT", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Keys_whose_reads_are_refused_alone_cost_only_their_rows_unless_there_are_three_in_a_row(int bad)
    {
        _tenant.Before = call => call.Kind == "query" && call.Body!["where"]!.ToJsonString().Contains("bad", StringComparison.Ordinal) ? TableTenant.Refusal(code: "GSOBJ_1001") : null;
        List<Company> rows = [.. TableTenant.List(4), .. Enumerable.Range(0, bad).Select(i => new Company { Name = $"bad{i}" }), .. TableTenant.List(2, first: 4)];

        if (bad == 3)
        {
            await _tenant.Awaiting(each => each.Companies.UpsertAsync(rows, CompanyFields.Name)).Should().ThrowAsync<GainsightValidationException>();
            _tenant.Inserts.Should().BeEmpty();
            return;
        }

        var report = await _tenant.Companies.UpsertAsync(rows, CompanyFields.Name);

        report.NotAttempted.Select(row => row.Index).Should().Equal(4, 5);
        report.NotAttempted.Should().OnlyContain(row => row.Errors.Count == 1 && row.RequestId == "r-2");
        report.Inserted.Should().HaveCount(6);
        report.StoppedBy.Should().BeNull();
    }

    [Fact]
    public async Task A_read_that_is_refused_for_every_key_is_the_fault_of_no_row()
    {
        _tenant.Before = call => call.Kind == "query" ? TableTenant.Refusal(code: "GSOBJ_1001") : null;

        await _tenant.Awaiting(each => each.Companies.UpsertAsync(TableTenant.List(2), CompanyFields.Name)).Should().ThrowAsync<GainsightValidationException>();

        _tenant.Inserts.Should().BeEmpty();
    }

    [Fact]
    public async Task A_key_that_the_object_does_not_have_is_named()
    {
        var typo = new Field<string>("Nmae", DataType.String);
        _tenant.Before = call => call.Kind == "query" ? TableTenant.Refusal(code: "GSOBJ_1002") : null;

        var failure = await _tenant.Awaiting(each => each.Companies.UpsertAsync([new Company { Name = "a", ["Nmae"] = "b" }], typo)).Should().ThrowAsync<GainsightValidationException>();

        failure.Which.Message.Should().Contain("Nmae").And.Contain("Name");
    }

    [Fact]
    public async Task A_block_that_holds_a_spelling_of_its_own_key_only_is_not_asked_for_again()
    {
        _tenant.Add("Acme");
        _tenant.Matches = (_, _) => true;

        var report = await _tenant.Companies.UpsertAsync([new Company { Name = " ACME", Employees = 1 }], CompanyFields.Name);

        report.Updated.Should().ContainSingle().Which.Gsid.Should().Be("1P1");
        _tenant.Reads.Should().ContainSingle();
    }

    [Fact]
    public async Task A_GSID_that_is_not_there_is_found_missing_among_others()
    {
        var gsids = Enumerable.Range(0, 3).Select(i => _tenant.Add($"c{i}", employees: 1)).ToList();
        List<Company> rows = [.. gsids.Select(gsid => new Company { Gsid = gsid, Employees = 1 }), new() { Gsid = "1P9", Employees = 1 }];

        var report = await _tenant.Companies.UpdateAsync(rows, new WriteOptions { SkipUnchanged = true });

        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Unchanged, RowStatus.Unchanged, RowStatus.Unchanged, RowStatus.Failed);
    }

    private static IEnumerable<string?> OperatorsOf(TableTenant.Call call) => call.Body!["where"]!["conditions"]!.AsArray().Select(condition => (string?)condition!["operator"]);
}
