using Gainsight.Client;

namespace CockpitSample;

/// <summary>A milestone that becomes a goal, linked to the plan and its objectives.</summary>
internal static class MilestoneExample
{
    public static async Task<RowOutcome<CustomerGoal>> ReachAsync(GainsightClient gainsight, string companyGsid, string planGsid, CancellationToken cancellationToken)
    {
        var objectives = await gainsight.Ctas.List().Where(CtaFields.CtaGroupId.EqualTo(planGsid)).ToListAsync(cancellationToken);
        var goal = new CustomerGoal
        {
            Name = "Cut the ticket backlog",
            StatusName = "New",
            CompanyId = companyGsid,
            EntityType = "COMPANY",
            LinkedSuccessPlans = [planGsid],
            LinkedCtas = [.. objectives.Select(objective => objective.Gsid!)],
        };
        var outcome = await gainsight.CustomerGoals.InsertAsync(goal, cancellationToken);
        return outcome;
    }
}
