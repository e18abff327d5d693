namespace Aspire.Hosting.ApplicationModel;

/// <summary>The tool <c>gainsight-emulator</c>: a Gainsight Customer Success (NXT) tenant in memory, over HTTP.</summary>
/// <param name="name">The name of the resource, and of the connection string that it hands over.</param>
/// <param name="command">The tool: a name on the PATH, or a path.</param>
/// <param name="workingDirectory">The directory in which the tool runs.</param>
public sealed class GainsightEmulatorResource(string name, string command, string workingDirectory)
    : ExecutableResource(name, command, workingDirectory), IResourceWithConnectionString
{
    internal const string EndpointName = "http";

    /// <summary>The address of the emulator.</summary>
    public EndpointReference PrimaryEndpoint => field ??= new EndpointReference(this, EndpointName);

    /// <summary>The access key of the emulator. It is no secret: the emulator holds nothing but test data and listens on loopback.</summary>
    public string AccessKey { get; } = "emulator-access-key";

    /// <summary>The connection string, <c>Endpoint=…;AccessKey=…</c>, which <c>builder.AddGainsightClient</c> of <c>Gainsight.Client.Hosting</c> reads.</summary>
    public ReferenceExpression ConnectionStringExpression =>
        ReferenceExpression.Create($"Endpoint={PrimaryEndpoint.Property(EndpointProperty.Url)};AccessKey={AccessKey}");
}
