namespace Gainsight.Client.Emulator;

/// <summary>Closes the open objectives of a plan that is closed (as a live tenant does; which status they get is inferred).</summary>
internal static class PlanClosing
{
    public static void Apply(TenantData tenant, PlannedCockpitRecord plan)
    {
        if (true.Equals(plan["IsClosed"]) && !true.Equals(plan.Existing?["IsClosed"]))
        {
            plan.AfterWrite.Add(row => CloseObjectives(tenant, row));
        }
    }

    private static void CloseObjectives(TenantData tenant, EmulatedRow plan)
    {
        var cta = tenant.Find(ObjectNames.Cta)!;
        var closed = CockpitConfiguration.Items(tenant, CockpitConfiguration.CtaStatus)
            .Where(item => true.Equals(item["IsClosed"]))
            .OrderBy(item => true.Equals(item["IsSuccess"]) ? 0 : 1)
            .FirstOrDefault();
        foreach (var objective in CockpitComputedFields.ObjectivesOf(tenant, plan).Where(row => !true.Equals(row["IsClosed"])).ToList())
        {
            _ = cta.Change(
                objective,
                [
                    new(cta.Field("IsClosed"), true),
                    new(cta.Field("ClosedDate"), tenant.Now),
                    new(cta.Field("StatusId"), closed?.Gsid ?? objective["StatusId"]),
                ]);
        }
    }
}
