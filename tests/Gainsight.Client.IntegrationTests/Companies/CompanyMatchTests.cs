using System.Text.Json.Nodes;
using Gainsight.Client.IntegrationTests.Query;

namespace Gainsight.Client.IntegrationTests.Companies;

/// <summary>Rows of an application find their companies.</summary>
public sealed class CompanyMatchTests
{
    private sealed record Row(string? Gsid, string? Name);

    [Fact]
    public async Task A_row_finds_its_company_by_GSID_or_else_by_a_field()
    {
        await using var tenant = await Tenant.StartAsync();
        var acme = tenant.Companies.Insert(("Name", "Acme"));
        tenant.Companies.Insert(("Name", "Twin"));
        tenant.Companies.Insert(("Name", "Twin"));

        var matches = await MatchAsync(
            tenant, new("1P02OWN", "Acme"), new(null, "Acme"), new("", "Acme"), new(null, "Nobody"), new(null, null), new(null, ""), new(null, "Twin"));

        matches.Select(match => (match.Gsid, match.Candidates)).Should().Equal(
            ("1P02OWN", 1), (acme, 1), (acme, 1), (null, 0), (null, 0), (null, 0), (null, 2));
        matches[1].Row.Should().Be(new Row(null, "Acme"));
        $"{matches[3]}".Should().Be("no company (0)");
    }

    [Fact]
    public async Task Rows_that_have_a_GSID_cost_no_call_and_others_share_one()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Companies.Insert(("Name", "Acme"));

        await MatchAsync(tenant, new("1P02OWN", "Acme"), new(null, null));
        tenant.Emulator.Requests.Count.Should().Be(0);
        await MatchAsync(tenant, [.. Enumerable.Range(0, 500).Select(i => new Row(null, $"Name {i % 300}"))]);

        tenant.Emulator.Requests.Count.Should().Be(1);
    }

    [Fact]
    public async Task A_company_with_the_same_spelling_comes_before_one_in_other_case()
    {
        await using var tenant = await Tenant.StartAsync();

        // The tenant of this test ignores case.
        (var gainsight, _) = QueryHook.CreateClient(tenant, change: query => query["where"]!["conditions"]![0]!["value"] = new JsonArray("ACME", "Acme"));
        var upper = tenant.Companies.Insert(("Name", "ACME"));
        (await MatchAsync(gainsight, new Row(null, "Acme"))).Single().Gsid.Should().Be(upper);

        var exact = tenant.Companies.Insert(("Name", "Acme"));
        (await MatchAsync(gainsight, new Row(null, "Acme"))).Single().Gsid.Should().Be(exact);
    }

    private static Task<IReadOnlyList<CompanyMatch<Row>>> MatchAsync(Tenant tenant, params Row[] rows) => MatchAsync(tenant.CreateClient(), rows);

    private static Task<IReadOnlyList<CompanyMatch<Row>>> MatchAsync(GainsightClient gainsight, params Row[] rows) =>
        gainsight.Companies.MatchAsync(rows, row => row.Gsid, CompanyFields.Name, row => row.Name);
}
