using System.Globalization;

namespace Gainsight.Client.Emulator;

/// <summary>Writes the response to a call above the quota.</summary>
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
            // A fault throttles although no window is full, so the next minute is as good as any other time.
            var wait = retryAfter > TimeSpan.Zero
                ? retryAfter
                : TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(context.Tenant.Now.UtcTicks % TimeSpan.TicksPerMinute);
            response.Headers.Add(new("Retry-After", Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture)));
        }

        return response;
    }
}
