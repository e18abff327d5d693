using System.Text;

namespace Gainsight.Client.Emulator;

/// <summary>Damages a good response as a fault asks.</summary>
internal static class FaultyResponses
{
    public static EmulatorResponse ServerError(RequestContext context, Fault fault) =>
        Reply.Gateway(context, fault.Status, ErrorCodes.Generic, "Oops, something went wrong.");

    public static EmulatorResponse Apply(RequestContext context, Fault? fault, EmulatorResponse response)
    {
        switch (fault?.Kind)
        {
            case FaultKind.ServerErrorAfterCommit:
                return ServerError(context, fault);
            case FaultKind.CutAfterCommit:
                response.Cut = Cut.BeforeAnswer;
                return response;
            case FaultKind.CutMidBody:
                response.Cut = Cut.MidBody;
                return response;
            case FaultKind.TruncatedJson:
                return response.Halved();
            case FaultKind.MalformedJson:
                return response.WithBody(Encoding.UTF8.GetBytes("{\"result\":true,,\"data\":<nothing>}"));
            default:
                return response;
        }
    }
}
