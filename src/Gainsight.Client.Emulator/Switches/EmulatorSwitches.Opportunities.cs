namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorSwitches
{
    /// <summary>
    /// Where opportunities are created and updated, or <see langword="null"/> for nowhere: Renewal Center documents that there
    /// are such calls, but not their path. The bodies are those of the record API (inferred, unconfirmed).
    /// </summary>
    public string? OpportunityPath { get; set; }
}
