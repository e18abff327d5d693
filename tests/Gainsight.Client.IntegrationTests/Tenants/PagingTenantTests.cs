using Gainsight.Client.Emulator;
using Gainsight.Client.IntegrationTests.Cockpit;

namespace Gainsight.Client.IntegrationTests.Tenants;

/// <summary>Pages that hold another number of rows than asked for, or rows in another order.</summary>
public sealed class PagingTenantTests
{
    private const int Rows = 60;

    public static TheoryData<string> Forms => ["cap", "short", "random", "limit", "order"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Every_row_of_a_query_and_of_a_list_comes_once(string form)
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var companies = tenant.Emulator.Object("Company");
        for (var i = companies.Count; i < Rows; i++)
        {
            companies.Insert(("Name", $"c{i:00}"));
        }

        for (var i = 0; i < Rows; i++)
        {
            tenant.Emulator.Object("call_to_action").Insert(("Name", $"t{i:00}"));
        }

        Set(tenant.Emulator, form);

        var byKey = await tenant.Gainsight.Companies.Query().Select(CompanyFields.Name).ToListAsync();
        var byOffset = await tenant.Gainsight.Companies.Query().Select(CompanyFields.Name).OrderBy(CompanyFields.Name).ToListAsync();
        var ctas = await tenant.Gainsight.Ctas.List().Select(CtaFields.Name).ToListAsync();

        byKey.Select(row => row.Gsid).Should().HaveCount(Rows).And.OnlyHaveUniqueItems();
        byOffset.Select(row => row.Gsid).Should().HaveCount(Rows).And.OnlyHaveUniqueItems();
        ctas.Select(row => row.Gsid).Should().HaveCount(Rows).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_query_does_not_see_a_row_before_the_lag_of_the_tenant()
    {
        await using var tenant = await Tenant.StartAsync();
        tenant.Emulator.Switches.ReadLag = TimeSpan.FromSeconds(30);
        var gainsight = tenant.CreateClient();
        (await gainsight.Companies.InsertAsync([new Company { Name = "Acme" }])).AllSucceeded.Should().BeTrue();

        var before = await gainsight.Companies.Query().ToListAsync();
        tenant.Clock.Advance(TimeSpan.FromSeconds(30));
        var after = await gainsight.Companies.Query().ToListAsync();

        (before.Count, after.Count).Should().Be((0, 1));
    }

    private static void Set(GainsightEmulator emulator, string form)
    {
        switch (form)
        {
            case "cap":
                emulator.Switches.PageCap = 7;
                break;
            case "short":
                emulator.Switches.PageShortBy = 1;
                break;
            case "random":
                emulator.Switches.RandomPageSizes = 5;
                break;
            case "limit":
                emulator.Switches.IgnoresLimit = true;
                break;
            default:
                emulator.Switches.IgnoresOrderBy = true;
                break;
        }
    }
}
