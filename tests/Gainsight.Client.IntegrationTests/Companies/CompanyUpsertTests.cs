namespace Gainsight.Client.IntegrationTests.Companies;

public sealed class CompanyUpsertTests
{
    [Fact]
    public async Task An_upsert_of_5000_rows_of_which_half_exist_costs_at_most_120_calls_and_writes_all_of_them()
    {
        await using var tenant = await Tenant.StartAsync();
        for (var i = 0; i < 5000; i += 2)
        {
            tenant.Companies.Insert(("Name", $"Company {i:0000}"), ("Employees", 1));
        }

        var gainsight = tenant.CreateClient();
        List<Company> rows = [.. Enumerable.Range(0, 5000).Select(i => new Company { Name = $"Company {i:0000}", Employees = i })];

        var report = await gainsight.Companies.UpsertAsync(rows, CompanyFields.Name);

        report.Updated.Should().HaveCount(2500);
        report.Inserted.Should().HaveCount(2500);
        report.Rows.Select(row => row.Index).Should().BeInAscendingOrder();
        report.Rows.Should().OnlyContain(row => row.Gsid != null);
        report.Calls.Should().BeLessThanOrEqualTo(120).And.Be(tenant.Emulator.Requests.Count);
        tenant.Companies.Rows.Should().HaveCount(5000);
        tenant.Companies.Rows.OrderBy(row => (string)row["Name"]!, StringComparer.Ordinal)
            .Select(row => $"{row["Name"]}: {row["Employees"]}")
            .Should().Equal(rows.Select(row => $"{row.Name}: {row.Employees}"));
    }
}
