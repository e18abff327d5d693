using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Cockpit;

namespace Gainsight.Client.IntegrationTests.Ctas;

public sealed class CtaStreamTests
{
    private const int Many = 10_000;

    [Fact]
    public async Task A_query_streams_each_of_ten_thousand_ctas_of_one_day_once()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        tenant.Emulator.Switches.CockpitPages = PageOrderForm.ChangesBetweenPages;
        var expected = Insert(tenant, Many);

        List<string> read = [];
        await foreach (var cta in tenant.Gainsight.Ctas.Query().ReadAsync())
        {
            read.Add(cta.Gsid!);
        }

        read.Should().OnlyHaveUniqueItems();
        expected.SetEquals(read).Should().BeTrue();
        tenant.Emulator.Requests.Count.Should().BeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task A_list_with_unordered_pages_streams_each_of_ten_thousand_ctas_of_one_day_once()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        tenant.Emulator.Switches.CockpitPages = PageOrderForm.ChangesBetweenPages;
        var expected = Insert(tenant, Many);

        List<string> read = [];
        await foreach (var cta in tenant.Gainsight.Ctas.List().Select(CtaFields.Name).ReadAsync())
        {
            read.Add(cta.Gsid!);
        }

        read.Should().OnlyHaveUniqueItems();
        expected.SetEquals(read).Should().BeTrue();
    }

    [Fact]
    public async Task A_list_over_many_days_is_split_by_days_and_loses_no_row()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        tenant.Emulator.Switches.CockpitPages = PageOrderForm.ChangesBetweenPages;
        HashSet<string> expected = [];
        for (var day = 0; day < 12; day++)
        {
            expected.UnionWith(Insert(tenant, 240));
            tenant.Clock.Advance(TimeSpan.FromDays(1));
        }

        List<string> read = [];
        await foreach (var cta in tenant.Gainsight.Ctas.List().ReadAsync())
        {
            read.Add(cta.Gsid!);
        }

        read.Should().OnlyHaveUniqueItems();
        expected.SetEquals(read).Should().BeTrue();
        tenant.Calls(EmulatorOperations.CtaList).Should().BeLessThan(16);
    }

    [Fact]
    public async Task A_list_that_fits_on_a_page_costs_two_calls_and_a_list_with_Take_one()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        Insert(tenant, 999);

        (await tenant.Gainsight.Ctas.List().ToListAsync()).Should().HaveCount(999);
        (await tenant.Gainsight.Ctas.List().Take(10).ToListAsync()).Should().HaveCount(10);

        tenant.Calls(EmulatorOperations.CtaList).Should().Be(3);
    }

    [Fact]
    public async Task A_filter_with_or_is_read_by_pages_and_loses_no_row()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        tenant.Emulator.Switches.CockpitPages = PageOrderForm.ChangesBetweenPages;
        var expected = Insert(tenant, 330);

        var ctas = await tenant.Gainsight.Ctas.List()
            .Where(CtaFields.Name.StartsWith("CTA") | CtaFields.Name.StartsWith("cta"))
            .PageSize(50)
            .ToListAsync();

        ctas.Select(cta => cta.Gsid!).Should().BeEquivalentTo(expected);
    }

    private static HashSet<string> Insert(CockpitTenant tenant, int count) =>
        [.. Enumerable.Range(0, count).Select(i => tenant.Ctas.Insert(("Name", $"CTA {i}"), ("CompanyId", tenant.Company), ("OwnerId", tenant.Owner)))];
}
