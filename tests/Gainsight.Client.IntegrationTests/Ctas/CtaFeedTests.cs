using Gainsight.Client.IntegrationTests.Cockpit;

namespace Gainsight.Client.IntegrationTests.Ctas;

public sealed class CtaFeedTests
{
    [Fact]
    public async Task The_change_feed_follows_ctas_plans_and_goals()
    {
        await using var tenant = await CockpitTenant.StartAsync();
        var cta = await tenant.CreateCtaAsync();
        var plan = (await tenant.Gainsight.SuccessPlans.InsertAsync([tenant.Plan()])).Rows[0].Gsid!;
        var goal = new CustomerGoal { Name = "g", StatusName = "New", CompanyId = tenant.Company };
        var goalGsid = (await tenant.Gainsight.CustomerGoals.InsertAsync([goal])).Rows[0].Gsid!;
        tenant.Clock.Advance(TimeSpan.FromMinutes(10));

        (await ReadAsync(tenant, tenant.Gainsight.Ctas.Query())).Should().Equal(cta);
        (await ReadAsync(tenant, tenant.Gainsight.SuccessPlans.Query())).Should().Equal(plan);
        (await ReadAsync(tenant, tenant.Gainsight.CustomerGoals.Query())).Should().Equal(goalGsid);
    }

    private static async Task<List<string?>> ReadAsync<T>(CockpitTenant tenant, RecordQuery<T> query)
        where T : GainsightRecord, new()
    {
        List<string?> read = [];
        await foreach (var change in tenant.Gainsight.Changes.ReadAsync(query, ChangeCheckpoint.Beginning))
        {
            if (change.Kind == ChangeKind.Upserted)
            {
                read.Add(change.Gsid);
            }
        }

        return read;
    }
}
