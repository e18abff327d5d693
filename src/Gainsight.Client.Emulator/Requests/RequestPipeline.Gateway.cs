using System.Buffers.Binary;
using System.Globalization;

namespace Gainsight.Client.Emulator;

internal sealed partial class RequestPipeline
{
    /// <summary>What the gateway says before an endpoint sees the request, or null.</summary>
    private EmulatorResponse? Refuse(RequestContext context, Route? route, Fault? fault)
    {
        if (fault is { Kind: FaultKind.ExpiredToken } && CredentialStore.BearerToken(context.Request) is { } token)
        {
            credentials.ExpireToken(token);
        }

        if (credentials.IpRefused)
        {
            return Reply.Gateway(context, emulator.Switches.IpRefusalStatus, ErrorCodes.IpNotAllowed, "IP Address does not lie in range of whitelisted ips");
        }

        bool expired = fault?.Kind == FaultKind.ExpiredToken;
        if (expired || (route is not { Anonymous: true } && !credentials.IsAuthentic(context.Request, tenant.Clock.Now)))
        {
            return emulator.Switches.AuthenticationFailure == AuthenticationFailureForm.Unauthorized
                ? Reply.Gateway(context, 401, ErrorCodes.Unauthorized, "Unauthorized")
                : Reply.Failure(context, 400, ErrorCodes.InvalidAuthorization, "Invalid authorization headers", null);
        }

        if (route is null)
        {
            return Reply.Gateway(context, 404, ErrorCodes.RouteNotFound, "Not Found");
        }

        if (!_quota.TryCharge(route.Windows, emulator.Limits, tenant.Clock.Now, out TimeSpan retryAfter) || fault?.Kind == FaultKind.Throttle)
        {
            return ThrottledAnswer.Create(context, retryAfter);
        }

        return fault?.Kind switch
        {
            FaultKind.ServerError => FaultyAnswers.ServerError(context, fault),
            FaultKind.HtmlWith200 => Reply.Html(null),
            _ => null,
        };
    }

    private void AddHeaders(RequestContext context, EmulatorResponse response)
    {
        response.Headers.Add(new("Date", tenant.Clock.Now.ToString("r", CultureInfo.InvariantCulture)));
        response.Headers.Add(new("x-gs-request-id", context.RequestId));
        response.Headers.Add(new("x-request-id", context.RequestId));
        response.Headers.Add(new("x-ratelimit-limit", emulator.Limits.CallsPerMinute.ToString(CultureInfo.InvariantCulture)));
    }

    private string NewRequestId()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, random.Next());
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], random.Next());
        return new Guid(bytes).ToString();
    }
}
