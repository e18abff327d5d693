using Gainsight.Client.IntegrationTests.Cockpit;
using Gainsight.Client.IntegrationTests.Query;

namespace Gainsight.Client.IntegrationTests.Ctas;

/// <summary>Lists of tenants that return fewer rows a page than requested.</summary>
public sealed class ShortListTests
{
    [Theory]
    [InlineData(7)]
    [InlineData(40)]
    [InlineData(99)]
    public async Task A_list_of_short_pages_gives_every_row_once(int size)
    {
        await using var tenant = await CockpitTenant.StartAsync();
        List<string> expected = [];
        for (var i = 0; i < 160; i++)
        {
            tenant.Clock.Advance(TimeSpan.FromHours(i % 40 == 0 ? 60 : 0));
            expected.Add(tenant.Ctas.Insert(("Name", $"CTA {i}"), ("CompanyId", tenant.Company)));
        }

        var gainsight = tenant.CreateClient(options => options.PrimaryHandler = new ShortPages(options.PrimaryHandler!, limit => Math.Min(limit, size)));

        var ctas = await gainsight.Ctas.List().Select(CtaFields.Name).ToListAsync();
        var some = await gainsight.Ctas.List().Select(CtaFields.Name).Take(120).ToListAsync();

        ctas.Select(cta => cta.Gsid).Should().BeEquivalentTo(expected);
        some.Select(cta => cta.Gsid).Should().OnlyHaveUniqueItems().And.HaveCount(120);
    }

    [Fact]
    public async Task All_tasks_of_a_cta_are_read_although_the_call_stops_at_a_number_of_its_own()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var cta = await tenant.CreateCtaAsync();
        var expected = Enumerable.Range(0, 1200).Select(i => tenant.Tasks.Insert(("Name", $"Task {i}"), ("CtaId", cta))).ToList();

        var tasks = await tenant.Gainsight.Tasks.GetByCtaAsync(cta);

        tasks.Select(task => task.Gsid).Should().BeEquivalentTo(expected);
    }
}
