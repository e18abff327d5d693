namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorSwitches
{
    /// <summary>Whether the response with a token starts with a byte order mark. Default: <see langword="false"/>.</summary>
    public bool TokenHasByteOrderMark { get; set; }
}
