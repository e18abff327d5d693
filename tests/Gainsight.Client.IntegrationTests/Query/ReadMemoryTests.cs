namespace Gainsight.Client.IntegrationTests.Query;

public sealed class ReadMemoryTests
{
    [Fact]
    public async Task Reading_a_hundred_thousand_rows_keeps_the_live_heap_flat()
    {
        await using Tenant tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 100_000);
        GainsightClient gainsight = tenant.CreateClient();

        List<long> live = [];
        int rows = 0;
        await foreach (IReadOnlyList<Company> page in gainsight.Companies.Query().ReadPagesAsync())
        {
            rows += page.Count;
            if (rows % 25_000 == 0)
            {
                live.Add(GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        rows.Should().Be(100_000);

        // A page of these rows is some 2 MB; the rows read between two measurements would be ten times that.
        (live.Max() - live[0]).Should().BeLessThan(6 * 1024 * 1024, "measured {0}", string.Join(", ", live));
    }
}
