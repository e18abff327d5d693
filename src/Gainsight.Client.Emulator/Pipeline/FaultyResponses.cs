using System.Net;
using System.Text;

namespace Gainsight.Client.Emulator;

/// <summary>Makes the response that a fault asks for, or damages a good response.</summary>
internal static class FaultyResponses
{
    private const string RetryAfter = "Retry-After";

    public static EmulatorResponse ServerError(RequestContext context, Fault fault) =>
        Reply.Gateway(context, fault.Status, fault.ErrorCode ?? ErrorCodes.Generic, "Oops, something went wrong.");

    /// <summary>The response of a fault that has any status and body.</summary>
    public static EmulatorResponse Respond(RequestContext context, Fault fault)
    {
        if (fault.Body is null && fault.ErrorCode is { } code)
        {
            return Reply.Gateway(context, fault.Status, code, NameOf(fault.Status));
        }

        var body = fault.Body ?? Page(fault.Status);
        return new EmulatorResponse
        {
            Status = fault.Status,
            ErrorCode = fault.ErrorCode,
            ContentType = fault.ContentType ?? (body.TrimStart() is ['{' or '[', ..] ? "application/json" : "text/html;charset=utf-8"),
            Body = Encoding.UTF8.GetBytes(body),
        };
    }

    /// <summary>The page of a proxy in front of the tenant.</summary>
    public static EmulatorResponse ProxyPage(int status) => new()
    {
        Status = status,
        ContentType = "text/html;charset=utf-8",
        Body = Encoding.UTF8.GetBytes(Page(status)),
    };

    public static EmulatorResponse Apply(RequestContext context, EmulatorResponse response)
    {
        if (context.Fault is not { } fault)
        {
            return response;
        }

        var faulty = Damage(context, fault, response);
        if (fault.RetryAfter is { } wait)
        {
            foreach (var header in faulty.Headers.Where(header => header.Key == RetryAfter).ToList())
            {
                _ = faulty.Headers.Remove(header);
            }

            faulty.Headers.Add(new(RetryAfter, wait));
        }

        return faulty;
    }

    private static EmulatorResponse Damage(RequestContext context, Fault fault, EmulatorResponse response)
    {
        switch (fault.Kind)
        {
            case FaultKind.ServerErrorAfterCommit:
                return ServerError(context, fault);
            case FaultKind.RespondAfterCommit:
                return Respond(context, fault);
            case FaultKind.CutAfterCommit:
                response.Cut = Cut.BeforeAnswer;
                return response;
            case FaultKind.CutMidBody:
                response.Cut = Cut.MidBody;
                return response;
            case FaultKind.TruncatedJson:
                return response.Halved();
            case FaultKind.ShortBody:
                return response.Shortened(fault.MissingCharacters);
            case FaultKind.Drip:
                response.Drip = (Math.Max(1, fault.PieceSize), fault.Delay, context.Tenant.Clock.Provider);
                return response;
            case FaultKind.MalformedJson:
                return response.WithBody(Encoding.UTF8.GetBytes("{\"result\":true,,\"data\":<nothing>}"));
            default:
                return response;
        }
    }

    private static string Page(int status)
    {
        var title = $"{status} {NameOf(status)}";
        return $"<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>";
    }

    private static string NameOf(int status) => ((HttpStatusCode)status).ToString();
}
