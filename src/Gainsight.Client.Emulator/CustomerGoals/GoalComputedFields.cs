namespace Gainsight.Client.Emulator;

/// <summary>Computes the name of a goal's status.</summary>
internal static class GoalComputedFields
{
    public static void Attach(TenantData tenant) => _ = tenant.Find(ObjectNames.CustomerGoal)!.FindField("StatusName")?.Computed =
        row => CockpitConfiguration.NameOf(tenant, row["StatusId"]);
}
