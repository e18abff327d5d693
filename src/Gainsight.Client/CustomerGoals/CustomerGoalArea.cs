namespace Gainsight.Client;

/// <summary>What the engine needs to know of goals; their sample has no reference id.</summary>
internal static class CustomerGoalArea
{
    public static CockpitArea Value { get; } = new()
    {
        Definition = CustomerGoalFields.Definition,
        Insert = Operations.CustomerGoalsInsert,
        Update = Operations.CustomerGoalsUpdate,
        List = Operations.CustomerGoalsList,
        HasReference = false,
    };
}
