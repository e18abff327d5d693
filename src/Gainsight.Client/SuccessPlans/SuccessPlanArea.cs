namespace Gainsight.Client;

/// <summary>What the engine needs to know of success plans.</summary>
internal static class SuccessPlanArea
{
    public static CockpitArea Value { get; } = new()
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
}
