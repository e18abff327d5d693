namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorSwitches
{
    /// <summary>Where a response of the People API holds the person. Not documented. Default: <see cref="PersonDataForm.Person"/>.</summary>
    public PersonDataForm PersonData { get; set; }

    /// <summary>The number of the first row in the result of an asynchronous upsert of people. Not documented. Default: 1.</summary>
    public int FirstRowNumber { get; set; } = 1;
}
