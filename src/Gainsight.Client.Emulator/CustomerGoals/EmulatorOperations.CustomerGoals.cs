namespace Gainsight.Client.Emulator;

public static partial class EmulatorOperations
{
    /// <summary><c>POST /v1/csgoal/external/create</c>.</summary>
    public const string GoalCreate = "goal.create";

    /// <summary><c>POST</c> or <c>PUT /v1/csgoal/external/update</c> (inferred).</summary>
    public const string GoalUpdate = "goal.update";

    /// <summary><c>POST /v1/csgoal/external/list</c> (inferred).</summary>
    public const string GoalList = "goal.list";
}
