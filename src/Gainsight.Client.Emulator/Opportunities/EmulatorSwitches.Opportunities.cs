namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorSwitches
{
    private string? _opportunityPath;

    /// <summary>
    /// The path at which opportunities are created and updated, or <see langword="null"/> to serve no such calls. Renewal Center documents
    /// the calls but not their path; the bodies are those of the record API (inferred, unconfirmed). Default: <see langword="null"/>.
    /// </summary>
    /// <exception cref="ArgumentException">It is no path: it has a host, a query, or characters that a request escapes.</exception>
    public string? OpportunityPath
    {
        get => _opportunityPath;
        set => _opportunityPath = SwitchValue.Path(value, nameof(OpportunityPath));
    }
}
