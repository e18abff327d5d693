using Gainsight.Client;

namespace CockpitSample;

/// <summary>A success plan with two objectives, in one call.</summary>
internal static class PlanExample
{
    public static async Task<RowOutcome<SuccessPlan>> CreateAsync(GainsightClient gainsight, string companyGsid, CancellationToken cancellationToken)
    {
        var plan = new SuccessPlan
        {
            Name = "Onboard Larch Mills",
            CompanyId = companyGsid,
            SuccessPlanType = "Onboarding",
            DueDate = new DateOnly(2031, 6, 30),
            Objectives =
            [
                new Cta { Name = "First report live", DueDate = new DateOnly(2031, 4, 30), ObjectiveCategory = "Adoption" },
                new Cta { Name = "Three weekly users", DueDate = new DateOnly(2031, 5, 31), SuccessCriteria = "3 weekly users" },
            ],
        };
        plan.SetLookup(SuccessPlanFields.OwnerId, UserFields.Email, "rhea@northwind.example");

        var outcome = await gainsight.SuccessPlans.InsertAsync(plan, cancellationToken);
        Console.WriteLine(outcome);                                  // 0: Inserted
        return outcome;
    }
}
