namespace Gainsight.Client.Emulator;

internal static partial class DefaultTenant
{
    public const string CustomerGoal = "customer_goal";
    public const string CustomerGoalLink = "customer_goal_link";

    /// <summary>Customer goals, and what they are tied to. Neither object's name is documented.</summary>
    private static void AddGoals(TenantData tenant)
    {
        var goal = AddCockpitObject(tenant, CustomerGoal, "Customer Goal", "1S04");
        goal.AddField("Description", EmulatedDataType.RichText).Length = 131_072;
        _ = goal.AddLookup("RelationshipId", Relationship);
        _ = goal.AddField("OpportunityId", EmulatedDataType.Gsid);
        var status = goal.AddField("StatusName", EmulatedDataType.String);
        status.ReadOnly = true;
        status.Computed = row => CockpitConfiguration.NameOf(tenant, row["StatusId"]);

        var link = tenant.Add(new(tenant, CustomerGoalLink, "Customer Goal Link", EmulatedObjectKind.System, "1S94") { Writable = false, IsOwn = true });
        _ = link.AddLookup("GoalId", CustomerGoal);
        _ = link.AddField("LinkedId", EmulatedDataType.Gsid);
        _ = link.AddField("Kind", EmulatedDataType.String);
    }
}
