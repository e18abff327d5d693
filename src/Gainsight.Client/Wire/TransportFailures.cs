using System.Globalization;

namespace Gainsight.Client;

/// <summary>Creates the exceptions for requests without an answer: how far the request came, and what to do next.</summary>
internal static class TransportFailures
{
    /// <summary>How far a request came before it failed.</summary>
    internal enum Progress
    {
        /// <summary>It may have been sent.</summary>
        Sent,

        /// <summary>It waited for its access token.</summary>
        NoToken,

        /// <summary>It waited for its connection: name resolution, connect, tunnel of a proxy, or TLS.</summary>
        NoConnection,
    }

    /// <summary>The exception for a failed attempt, or null when the failure is not a transport failure.</summary>
    /// <param name="exception">The exception of the inner handlers.</param>
    /// <param name="request">The request.</param>
    /// <param name="timeout">The time limit if it was exceeded, otherwise null.</param>
    /// <param name="progress">How far the request came.</param>
    public static GainsightTransportException? From(
        Exception exception, HttpRequestMessage request, TimeSpan? timeout, Progress progress = Progress.Sent)
    {
        var what = Describe(CallState.Of(request).Request);
        var host = request.RequestUri?.Authority ?? "?";
        return exception switch
        {
            GainsightException => null,
            _ when timeout is { } limit && progress == Progress.NoToken => NeverSent(
                $"{what} was not sent: no access token came from {host} within {Seconds(limit)} s. Try again later, or raise AttemptTimeout.", exception),
            _ when timeout is { } limit && progress == Progress.NoConnection => NeverSent(
                $"{what} was not sent: no connection to {host} could be established within {Seconds(limit)} s. Check that the tenant's host and port are right and that a firewall or proxy allows them.", exception),
            _ when timeout is { } limit => TimedOut($"{what}: no complete answer came from {host} within {Seconds(limit)} s", exception),

            // SocketsHttpHandler reports its own ConnectTimeout like this.
            OperationCanceledException { InnerException: TimeoutException } =>
                NeverSent($"{what} was not sent: {Unreachable(host)}", exception),
            HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http => From(http, what, host, progress),
            OperationCanceledException or HttpRequestException or IOException => Broken(what, host, exception, progress),
            _ => null,
        };
    }

    /// <summary>The exception for a body that could not be decompressed, or null for other failures.</summary>
    /// <param name="exception">The exception of the read: an <see cref="InvalidOperationException"/> when Brotli fails.</param>
    public static IOException? Undecodable(Exception exception) => exception is InvalidDataException or InvalidOperationException
        ? new("The body of the answer could not be decompressed; a proxy may have changed it.", exception)
        : null;

    /// <summary>The exception for a call that the retry pipeline ended by itself: a time limit, an open circuit or a rate limiter.</summary>
    public static GainsightTransportException GaveUp(CallState call, Exception rejection)
    {
        var what = Describe(call.Request);
        var reason = rejection.GetType().Name;
        return new(
            call.Attempts == 0 && call.PermitWait > TimeSpan.Zero
                ? $"{what} was not sent: the retry pipeline gave up ({reason}) after {Seconds(call.PermitWait)} s of waiting for quota. The time limits of a pipeline include these waits: raise them, or lower Quota.MaxQueueWait."
                : $"{what}: the retry pipeline gave up ({reason}).",
            rejection)
        {
            RequestMayHaveArrived = call.LastAttemptMayHaveBeenProcessed,
        };
    }

    /// <summary>Tells a caller who sees only the last attempt that an earlier one may have been carried out, whatever became of the last. Nothing for a read.</summary>
    /// <exception cref="GainsightTransportException">The last attempt was not sent. Its own message would say that nothing was.</exception>
    public static void TellEarlier(CallState call, GainsightException failure)
    {
        if (!call.EarlierAttemptMayHaveBeenProcessed || failure.MayHaveBeenProcessed || !call.Request.Operation.IsWrite)
        {
            return;
        }

        if (failure is GainsightTransportException)
        {
            throw new GainsightTransportException($"{Describe(call.Request)}: an earlier attempt may have been carried out. The last one failed: {failure.Message}", failure)
            {
                RequestMayHaveArrived = true,
            };
        }

        failure.FollowsUnknownAttempt = true;
    }

    /// <summary>The call in words: its operation and its object, if any. A call that the library does not know has its verb and path, without the values of its query.</summary>
    public static string Describe(ApiRequest request) =>
        request is { Operation.IsRaw: true, Address: { } address } ? $"{request.Operation.Name} {request.Operation.Method} {address.AbsolutePath}"
        : request.Object is null ? request.Operation.Name
        : $"{request.Operation.Name} of {request.Object}";

    private static GainsightTransportException From(HttpRequestException exception, string what, string host, Progress progress) =>
        exception.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => NeverSent(
                $"{what} was not sent: the host {host} was not found. Check the tenant's name; a tenant with a region or a domain of its own needs BaseAddress instead. If the name is right, check this machine's DNS.",
                exception),
            HttpRequestError.SecureConnectionError => NeverSent(
                $"{what} was not sent: no trusted TLS connection to {host} could be established. Check the host's name, this machine's clock and certificates, and whether a proxy inspects the traffic.",
                exception),
            HttpRequestError.ConnectionError or HttpRequestError.VersionNegotiationError =>
                NeverSent($"{what} was not sent: {Unreachable(host)}", exception),
            HttpRequestError.ProxyTunnelError => NeverSent(
                $"{what} was not sent: the proxy did not open a tunnel to {host}. Check the proxy's address, its credentials and whether it allows the host.",
                exception),
            _ => Broken(what, host, exception, progress),
        };

    private static string Unreachable(string host) =>
        $"no connection to {host} could be established. Check that the tenant's host and port are right and that a firewall or proxy allows them.";

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    private static GainsightTransportException NeverSent(string message, Exception cause) => new(message, cause);

    private static GainsightTransportException Broken(string what, string host, Exception cause, Progress progress) => progress == Progress.NoConnection
        ? NeverSent($"{what} was not sent: {Unreachable(host)}", cause)
        : new($"{what}: the connection to {host} broke before the answer was complete. Gainsight may have carried out the call.", cause)
        {
            RequestMayHaveArrived = true,
        };

    private static GainsightTransportException TimedOut(string message, Exception cause) =>
        new($"{message}. Gainsight may have carried out the call. Ask for less at a time, or raise AttemptTimeout.", cause)
        {
            RequestMayHaveArrived = true,
            IsTimeout = true,
        };
}
