namespace Gainsight.Client;

/// <summary>The areas that are written alike.</summary>
internal static class CockpitAreas
{
    public static CockpitArea Ctas { get; } = new()
    {
        Definition = CtaFields.Definition,
        Insert = Operations.CtasInsert,
        Update = Operations.CtasUpdate,
        List = Operations.CtasList,
        Labels =
        [
            new(CtaFields.Type, ConfigurationCategories.CtaTypes),
            new(CtaFields.Reason, ConfigurationCategories.CtaReasons),
            new(CtaFields.Status, ConfigurationCategories.CtaStatuses),
            new(CtaFields.Priority, ConfigurationCategories.CtaPriorities),
        ],
    };

    public static CockpitArea Tasks { get; } = new()
    {
        Definition = CsTaskFields.Definition,
        Insert = Operations.TasksInsert,
        Update = Operations.TasksUpdate,
        List = Operations.TasksList,
    };

    public static CockpitArea SuccessPlans { get; } = new()
    {
        Definition = SuccessPlanFields.Definition,
        Insert = Operations.SuccessPlansInsert,
        Update = Operations.SuccessPlansUpdate,
        List = Operations.SuccessPlansList,
        Labels =
        [
            new(SuccessPlanFields.SuccessPlanType, ConfigurationCategories.PlanTypes),
            new(SuccessPlanFields.Status, ConfigurationCategories.PlanStatuses),
        ],
    };

    /// <summary>The sample of a goal has no reference id.</summary>
    public static CockpitArea CustomerGoals { get; } = new()
    {
        Definition = CustomerGoalFields.Definition,
        Insert = Operations.CustomerGoalsInsert,
        Update = Operations.CustomerGoalsUpdate,
        List = Operations.CustomerGoalsList,
        HasReference = false,
    };
}
