namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorSwitches
{
    /// <summary>
    /// The path at which opportunities are created and updated, or <see langword="null"/> to serve no such calls. Renewal Center documents
    /// the calls but not their path; the bodies are those of the record API (inferred, unconfirmed). Default: <see langword="null"/>.
    /// </summary>
    public string? OpportunityPath { get; set; }
}
