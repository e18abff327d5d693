namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorSwitches
{
    private TimeSpan _readLag;

    /// <summary>
    /// How long after a write queries and lists still show the rows as they were before it, on the tenant's clock: new rows are missing, changed
    /// rows have their old values, deleted rows are there. Writes, lookups and the back door see every row at once, and what the back door
    /// writes is visible at once. Not documented. Default: zero.
    /// </summary>
    /// <exception cref="ArgumentException">The duration is negative.</exception>
    public TimeSpan ReadLag
    {
        get => _readLag;
        set => _readLag = SwitchValue.NotNegative(value, nameof(ReadLag));
    }
}
