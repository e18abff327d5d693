using Microsoft.Extensions.Logging;

namespace Gainsight.Client;

/// <summary>What every area of one client shares.</summary>
internal sealed class ClientContext
{
    public ClientContext(Transport transport, WireFormat format, ILogger logger)
    {
        Transport = transport;
        Format = format;
        Logger = logger;
        Describe = new ObjectDescriber(transport);
    }

    public Transport Transport { get; }

    public WireFormat Format { get; }

    public ILogger Logger { get; }

    public ObjectDescriber Describe { get; }
}
