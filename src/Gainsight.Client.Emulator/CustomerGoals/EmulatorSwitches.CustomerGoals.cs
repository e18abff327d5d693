namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorSwitches
{
    /// <summary>The <c>data</c> of a response to a write of a customer goal. Not documented. Default: <see cref="GoalDataForm.NamedOutcomes"/>.</summary>
    public GoalDataForm GoalData { get; set; }
}
