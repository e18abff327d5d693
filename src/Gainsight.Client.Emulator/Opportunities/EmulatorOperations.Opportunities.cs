namespace Gainsight.Client.Emulator;

public static partial class EmulatorOperations
{
    /// <summary><c>POST</c> at <see cref="EmulatorSwitches.OpportunityPath"/>.</summary>
    public const string OpportunityCreate = "opportunity.create";

    /// <summary><c>PUT</c> at <see cref="EmulatorSwitches.OpportunityPath"/>, with <c>?keys=…</c>.</summary>
    public const string OpportunityUpdate = "opportunity.update";
}
