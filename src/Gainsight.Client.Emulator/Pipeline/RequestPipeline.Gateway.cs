using System.Globalization;

namespace Gainsight.Client.Emulator;

internal sealed partial class RequestPipeline
{
    /// <summary>What the gateway responds before an endpoint sees the request, or null.</summary>
    private EmulatorResponse? Refuse(RequestContext context, Route? route, Fault? fault)
    {
        if (fault is { Kind: FaultKind.ExpiredToken } && context.Request.BearerToken is { } token)
        {
            credentials.ExpireToken(token);
        }

        if (credentials.IpRefused)
        {
            return Reply.Gateway(context, Switches.IpRefusalStatus, ErrorCodes.IpNotAllowed, "IP Address does not lie in range of whitelisted ips");
        }

        var expired = fault?.Kind == FaultKind.ExpiredToken;
        if (expired || (route is not { Anonymous: true } && !credentials.IsAuthentic(context.Request, tenant.Clock.Now, route?.TakesAuthenticationHeader == true)))
        {
            return Switches.AuthenticationFailure == AuthenticationFailureForm.Unauthorized
                ? Reply.Gateway(context, 401, ErrorCodes.Unauthorized, "Unauthorized")
                : Reply.Failure(context, 400, ErrorCodes.InvalidAuthorization, "Invalid authorization headers", null);
        }

        if (route is null)
        {
            return Reply.Gateway(context, 404, ErrorCodes.RouteNotFound, "Not Found");
        }

        var windows = route.IsPoll && Switches.PollsCountAsCalls ? QuotaWindow.Asynchronous : route.Windows;
        var retryAfter = TimeSpan.Zero;
        if (fault?.Kind == FaultKind.Throttle || !_quota.TryCharge(windows, Limits, tenant.Clock.Now, out retryAfter))
        {
            return ThrottledResponse.Create(context, retryAfter);
        }

        return fault?.Kind switch
        {
            FaultKind.ServerError => FaultyResponses.ServerError(context, fault),
            FaultKind.HtmlWith200 => Reply.Html(null),
            _ => null,
        };
    }

    private void AddHeaders(RequestContext context, Route? route, EmulatorResponse response)
    {
        response.Headers.Add(new("Date", tenant.Clock.Now.ToString("r", CultureInfo.InvariantCulture)));
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
