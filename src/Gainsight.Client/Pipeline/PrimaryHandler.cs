using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Gainsight.Client;

/// <summary>The handler that sends the requests when the application does not set one.</summary>
internal static class PrimaryHandler
{
    // A tenant takes 100 calls a minute, so more connections than this would only wait for quota.
    private const int MaxConnections = 32;

    /// <summary>Creates the handler: compressed answers, connections that follow DNS changes, no redirects, no cookies.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "Handed to the caller.")]
    public static SocketsHttpHandler Create() => new()
    {
        AllowAutoRedirect = false,
        Proxy = new LoopbackBypass(HttpClient.DefaultProxy),
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        MaxConnectionsPerServer = MaxConnections,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),

        // Load balancers usually drop an idle connection after a minute. The fate of a call that is sent on a connection
        // while it is dropped is unknown, so connections are closed earlier.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(45),
    };

    /// <summary>The proxy of the environment, except for loopback addresses: a call to this machine, with its credential, never leaves it.</summary>
    internal sealed class LoopbackBypass(IWebProxy proxy) : IWebProxy
    {
        public ICredentials? Credentials
        {
            get => proxy.Credentials;
            set => proxy.Credentials = value;
        }

        public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : proxy.GetProxy(destination);

        public bool IsBypassed(Uri host) => host.IsLoopback || proxy.IsBypassed(host);
    }
}
