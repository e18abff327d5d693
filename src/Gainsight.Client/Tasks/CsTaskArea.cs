namespace Gainsight.Client;

/// <summary>What the engine needs to know of tasks.</summary>
internal static class CsTaskArea
{
    public static CockpitArea Value { get; } = new()
    {
        Definition = CsTaskFields.Definition,
        Insert = Operations.TasksInsert,
        Update = Operations.TasksUpdate,
        List = Operations.TasksList,
    };
}
