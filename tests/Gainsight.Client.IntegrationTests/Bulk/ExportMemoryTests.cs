namespace Gainsight.Client.IntegrationTests.Bulk;

/// <summary>What an export keeps in memory, without a server.</summary>
[Collection(Alone.Name)]
public sealed class ExportMemoryTests
{
    [Fact]
    public async Task An_export_of_a_quarter_of_a_million_rows_keeps_less_than_32_megabytes_alive_above_the_start()
    {
        const int Count = 250_000;
        await using var tenant = await Tenant.StartAsync();
        Query.KeysetTests.Insert(tenant, Count);
        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = Query.QueryHook.InProcess(tenant));
        var query = gainsight.Companies.Query().Select(CompanyFields.Gsid, CompanyFields.Name, CompanyFields.Employees);
        var start = GC.GetTotalMemory(forceFullCollection: true);

        long rows = 0, peak = 0;
        await foreach (var company in gainsight.Bulk.ExportAsync(query))
        {
            if (++rows % 25_000 == 0)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - start);
            }
        }

        rows.Should().Be(Count);
        peak.Should().BeLessThan(32 * 1024 * 1024);
    }
}
