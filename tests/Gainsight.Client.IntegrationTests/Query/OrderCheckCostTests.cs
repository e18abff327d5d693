using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Query;

/// <summary>What the check of a tenant's order costs: one call for an object and client, and only where a read goes on after pages of a few rows.</summary>
public sealed class OrderCheckCostTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(300)]
    public async Task Single_reads_counts_and_short_reads_cost_no_check(int rows)
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, rows);
        var query = () => tenant.CreateClient().Companies.Query().Select(CompanyFields.Name);

        await CostsAsync(tenant, 1, () => query().FirstOrDefaultAsync());
        await CostsAsync(tenant, 1, () => query().AnyAsync());
        await CostsAsync(tenant, 1, () => tenant.CreateClient().Companies.GetAsync(gsids[0]));
        await CostsAsync(tenant, 1, () => query().Take(rows).ToListAsync());
        await CostsAsync(tenant, 2, () => query().CountAsync());
        await CostsAsync(tenant, 2, () => query().Take(rows + 1).ToListAsync());
        await CostsAsync(tenant, 2, () => query().ToListAsync());
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(3, 6)]
    [InlineData(7, 14)]
    public async Task A_read_that_ends_with_its_second_page_of_a_few_rows_costs_no_check(int size, int take)
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, 30);
        (var gainsight, var pages) = ShortPages.CreateClient(tenant, limit => Math.Min(limit, size));

        var rows = await gainsight.Companies.Query().Select(CompanyFields.Name).Take(take).ToListAsync();

        rows.Select(row => row.Gsid).Should().Equal(gsids.Order(StringComparer.Ordinal).Take(take));
        pages.Calls.Should().Be(2);
    }

    [Fact]
    public async Task A_read_of_several_pages_of_a_few_rows_is_checked_once_for_an_object_and_client()
    {
        await using var tenant = await Tenant.StartAsync();
        _ = KeysetTests.Insert(tenant, 30);
        (var gainsight, var pages) = ShortPages.CreateClient(tenant, limit => Math.Min(limit, 5));
        var query = gainsight.Companies.Query().Select(CompanyFields.Name);

        var first = await query.ToListAsync();
        var cost = pages.Calls;
        var second = await query.ToListAsync();

        (first.Count, second.Count).Should().Be((30, 30));
        (cost, pages.Calls - cost).Should().Be((8, 7), "six pages, the empty one, and once the check");
    }

    private static async Task CostsAsync(Tenant tenant, int calls, Func<Task> read)
    {
        var before = tenant.Calls(EmulatorOperations.Query);
        await read();
        (tenant.Calls(EmulatorOperations.Query) - before).Should().Be(calls);
    }
}
