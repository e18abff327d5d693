using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Gainsight.Client;

/// <summary>The handler that carries the requests unless the application brings its own.</summary>
internal static class PrimaryHandler
{
    // A tenant takes 100 calls a minute, so more connections than this would only wait for quota.
    private const int MaxConnections = 32;

    /// <summary>Creates the handler: compressed answers, connections that follow DNS, no redirects, no cookies.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "Handed to the caller.")]
    public static SocketsHttpHandler Create() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        MaxConnectionsPerServer = MaxConnections,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),

        // Shorter than the minute after which a load balancer usually drops an idle connection: a call that is sent into
        // a connection being dropped has an unknown fate.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(45),
    };
}
