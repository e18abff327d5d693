namespace Gainsight.Client.IntegrationTests.Query;

public sealed class ReadMemoryTests
{
    [Theory]
    [InlineData(ReadPaging.Auto)]
    [InlineData(ReadPaging.Offset)]
    public async Task Reading_a_hundred_thousand_rows_holds_no_more_than_the_current_pages(ReadPaging paging)
    {
        await using var tenant = await Tenant.StartAsync();
        KeysetTests.Insert(tenant, 100_000);
        var gainsight = tenant.CreateClient();

        // Measured by what can be collected, because other tests share the heap.
        List<WeakReference> pages = [];
        List<int> alive = [];
        var rows = 0;
        await foreach (var page in gainsight.Companies.Query().Select(CompanyFields.Name).ReadPagesAsync(new ReadOptions { Paging = paging }))
        {
            pages.Add(new WeakReference(page[0]));
            rows += page.Count;
            if (rows % 20_000 == 0)
            {
                GC.Collect();
                alive.Add(pages.Count(reference => reference.IsAlive));
            }
        }

        rows.Should().Be(100_000);
        alive.Should().HaveCount(5).And.OnlyContain(count => count <= 2, "one page is being read, and the page before it may still be held");
    }
}
