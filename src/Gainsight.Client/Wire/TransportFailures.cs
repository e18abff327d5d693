using System.Globalization;

namespace Gainsight.Client;

/// <summary>Tells how far a request came that brought no answer, and what to do about it.</summary>
internal static class TransportFailures
{
    /// <summary>The exception for a failed attempt, or null when the failure is not one of the transport.</summary>
    /// <param name="exception">What the handlers below threw.</param>
    /// <param name="request">The request.</param>
    /// <param name="timeout">The time limit when it was exceeded, else null.</param>
    /// <param name="wasSent">Whether the request went on the wire; false when its token did not come in time.</param>
    public static GainsightTransportException? From(Exception exception, HttpRequestMessage request, TimeSpan? timeout, bool wasSent = true)
    {
        var what = Describe(CallState.Of(request).Request);
        var host = request.RequestUri?.Authority ?? "?";
        return exception switch
        {
            GainsightException => null,
            _ when timeout is { } limit && !wasSent => NeverSent(
                $"{what} was not sent: no access token came from {host} within {Seconds(limit)} s. Try again later, or raise AttemptTimeout.", exception),
            _ when timeout is { } limit => TimedOut($"{what}: no complete answer came from {host} within {Seconds(limit)} s", exception),

            // How SocketsHttpHandler reports its own ConnectTimeout.
            OperationCanceledException { InnerException: TimeoutException } =>
                NeverSent($"{what} was not sent: {Unreachable(host)}", exception),
            OperationCanceledException => Broken(what, host, exception),
            HttpRequestException http => From(http, what, host),
            IOException => Broken(what, host, exception),
            _ => null,
        };
    }

    /// <summary>What the failure of reading a body stands for when the body could not be decompressed, else null.</summary>
    /// <param name="exception">What the reading threw: an <see cref="InvalidOperationException"/> where Brotli fails.</param>
    public static IOException? Undecodable(Exception exception) => exception is InvalidDataException or InvalidOperationException
        ? new("The body of the answer could not be decompressed; a proxy may have changed it.", exception)
        : null;

    /// <summary>The call in words: its operation and, where it has one, its object.</summary>
    public static string Describe(ApiRequest request) =>
        request.Object is null ? request.Operation.Name : $"{request.Operation.Name} of {request.Object}";

    private static GainsightTransportException From(HttpRequestException exception, string what, string host) =>
        exception.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => NeverSent(
                $"{what} was not sent: the host {host} was not found. Check the tenant's name; a tenant with a region or a domain of its own needs BaseAddress instead. If the name is right, check this machine's DNS.",
                exception),
            HttpRequestError.SecureConnectionError => NeverSent(
                $"{what} was not sent: no trusted TLS connection to {host} could be made. Check the host's name, this machine's clock and certificates, and whether a proxy inspects the traffic.",
                exception),
            HttpRequestError.ConnectionError or HttpRequestError.VersionNegotiationError =>
                NeverSent($"{what} was not sent: {Unreachable(host)}", exception),
            HttpRequestError.ProxyTunnelError => NeverSent(
                $"{what} was not sent: the proxy made no tunnel to {host}. Check the proxy's address, its credentials and whether it allows the host.",
                exception),
            _ => Broken(what, host, exception),
        };

    private static string Unreachable(string host) =>
        $"no connection to {host} could be made. Check that the tenant's host and port are right and that a firewall or proxy allows them.";

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    private static GainsightTransportException NeverSent(string message, Exception cause) => new(message, cause);

    private static GainsightTransportException Broken(string what, string host, Exception cause) =>
        new($"{what}: the connection to {host} broke before the answer was complete. Gainsight may have carried the call out.", cause)
        {
            RequestMayHaveArrived = true,
        };

    private static GainsightTransportException TimedOut(string message, Exception cause) =>
        new($"{message}. Gainsight may have carried the call out. Ask for less at a time, or raise AttemptTimeout.", cause)
        {
            RequestMayHaveArrived = true,
            IsTimeout = true,
        };
}
