namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorSwitches
{
    private int _firstRowNumber = 1;

    /// <summary>Where a response of the People API holds the person. Not documented. Default: <see cref="PersonDataForm.Person"/>.</summary>
    public PersonDataForm PersonData { get; set; }

    /// <summary>The number of the first row in the result of an asynchronous upsert of people. Not documented. Default: 1.</summary>
    /// <exception cref="ArgumentException">The number is negative.</exception>
    public int FirstRowNumber
    {
        get => _firstRowNumber;
        set => _firstRowNumber = SwitchValue.AtLeast(0, value, nameof(FirstRowNumber));
    }
}
