using System.Globalization;

namespace Gainsight.Client.Emulator;

internal sealed partial class RequestPipeline
{
    /// <summary>What the gateway responds to a caller who may not call, whatever the body holds, or null.</summary>
    private EmulatorResponse? RefuseCaller(RequestContext context, Route? route)
    {
        var expired = context.Fault?.Kind == FaultKind.ExpiredToken;
        if (expired && context.Request.BearerToken is { } token)
        {
            credentials.ExpireToken(token);
        }

        if (credentials.IpRefused)
        {
            return Reply.Gateway(context, Switches.IpRefusalStatus, ErrorCodes.IpNotAllowed, "IP Address does not lie in range of whitelisted ips");
        }

        if (!expired && (route is { Anonymous: true } || credentials.IsAuthentic(context.Request, tenant.Clock.Now, route?.TakesAuthenticationHeader == true)))
        {
            return null;
        }

        return Switches.AuthenticationFailure == AuthenticationFailureForm.Unauthorized
            ? Reply.Gateway(context, 401, ErrorCodes.Unauthorized, "Unauthorized")
            : Reply.Failure(context, 400, ErrorCodes.InvalidAuthorization, "Invalid authorization headers", null);
    }

    /// <summary>What the gateway responds before an endpoint sees the request, or null.</summary>
    private EmulatorResponse? Refuse(RequestContext context, Route? route)
    {
        // A credential may have changed while the body was read or the request was delayed.
        if (RefuseCaller(context, route) is { } refused)
        {
            return refused;
        }

        if (route is null)
        {
            return Reply.Gateway(context, 404, ErrorCodes.RouteNotFound, "Not Found");
        }

        if (context.Body.Length > Limits.BytesPerCall)
        {
            return FaultyResponses.ProxyPage(413);
        }

        var windows = route.IsPoll && Switches.PollsCountAsCalls ? QuotaWindow.Asynchronous : route.Windows;
        var retryAfter = TimeSpan.Zero;
        if (context.Fault?.Kind == FaultKind.Throttle || !_quota.TryCharge(windows, Limits, tenant.Clock.Now, out retryAfter))
        {
            return ThrottledResponse.Create(context, retryAfter);
        }

        return context.Fault switch
        {
            { Kind: FaultKind.ServerError } fault => FaultyResponses.ServerError(context, fault),
            { Kind: FaultKind.HtmlWith200 } => Reply.Html(null),
            _ => null,
        };
    }

    private void AddHeaders(RequestContext context, Route? route, EmulatorResponse response)
    {
        if (Switches.SendsDate)
        {
            response.Headers.Add(new("Date", tenant.Clock.Now.ToString("r", CultureInfo.InvariantCulture)));
        }

        response.Headers.Add(new("x-gs-request-id", context.RequestId));
        response.Headers.Add(new("x-request-id", context.RequestId));
        response.Headers.Add(new("x-ratelimit-limit", RateLimits(route)));
    }

    /// <summary>
    /// One number for the synchronous APIs. Where the documentation shows "the limit per hour and per day", one for each window (the form is
    /// inferred from an image of headers).
    /// </summary>
    private string RateLimits(Route? route)
    {
        IEnumerable<QuotaWindow> windows = route is null || route.Windows == QuotaWindow.Synchronous ? [QuotaWindow.SynchronousMinute] : route.Windows;
        return string.Join(", ", windows.Select(window => window.Limit(Limits).ToString(CultureInfo.InvariantCulture)));
    }
}
