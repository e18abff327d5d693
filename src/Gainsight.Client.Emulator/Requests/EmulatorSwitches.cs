namespace Gainsight.Client.Emulator;

/// <summary>
/// One setting for each behavior that the Gainsight documentation leaves open or describes in more than one way. The defaults are the most
/// likely behavior, and a client should work with every setting. Settings may be changed between any two requests.
/// </summary>
/// <remarks>Each area of the API declares its own switches, next to the code that reads them.</remarks>
public sealed partial class EmulatorSwitches
{
    /// <summary>
    /// The HTTP status of a refused record, user or timeline call. The list of error codes says 400; several connectors also handle 200.
    /// Default: <see cref="Emulator.RefusalStatus.BadRequest"/>.
    /// </summary>
    public RefusalStatus RefusalStatus { get; set; }

    /// <summary>
    /// The encoding of JSON in every response, also of the token's. Not documented. Default: <see cref="TextEncodingForm.Utf8"/>.
    /// </summary>
    public TextEncodingForm ResponseEncoding { get; set; }
}
