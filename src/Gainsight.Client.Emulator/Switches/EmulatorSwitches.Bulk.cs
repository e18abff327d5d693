namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorSwitches
{
    /// <summary>Whether asking after a bulk job, or fetching a part of an export, counts against the asynchronous limits. Not documented.</summary>
    public bool PollsCountAsCalls { get; set; }
}
