using System.Globalization;

namespace Gainsight.Client.Emulator;

/// <summary>The answer to a call above the quota, in the form that the switches ask for.</summary>
internal static class ThrottledResponse
{
    public static EmulatorResponse Create(RequestContext context, TimeSpan retryAfter)
    {
        var response = context.Switches.Throttle switch
        {
            ThrottleForm.UserManagement => Reply.Gateway(context, 429, ErrorCodes.ThrottledByUserManagement, "Too many request"),
            ThrottleForm.GatewayWithStatus200 => Reply.Gateway(context, 200, ErrorCodes.Throttled, "Too Many Requests"),
            _ => Reply.Gateway(context, 429, ErrorCodes.Throttled, "Too Many Requests"),
        };
        if (context.Switches.RetryAfter)
        {
            // A fault throttles without a full window: then the next minute is as good as any.
            var wait = retryAfter > TimeSpan.Zero
                ? retryAfter
                : TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(context.Tenant.Now.UtcTicks % TimeSpan.TicksPerMinute);
            response.Headers.Add(new("Retry-After", Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture)));
        }

        return response;
    }
}
