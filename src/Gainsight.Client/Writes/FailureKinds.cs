using System.Net;

namespace Gainsight.Client;

/// <summary>Says what a failure means for the rows of a call: whether they are refused, and by whom.</summary>
internal static class FailureKinds
{
    /// <summary>The refusal of the rows, or null when the failure has another reason.</summary>
    /// <param name="failure">The failure of the call.</param>
    /// <param name="mode">What the call does.</param>
    /// <param name="isInDoubt">Whether an earlier attempt may have been carried out. Its rows are then sent again alone, which is safe, whoever refused them.</param>
    public static ApiRefusal? RefusalOf(GainsightException failure, WriteMode mode, bool isInDoubt = false)
    {
        if (failure is not GainsightApiException api)
        {
            return null;
        }

        var refusal = api.ToRefusal();
        if (refusal.IsTooLarge)
        {
            return refusal;
        }

        // Proxies and gateways blame the request or the route, never a row.
        if (!(refusal.HasEnvelope || (isInDoubt && refusal.IsJson)) || IsOfGateway(refusal.Status))
        {
            return null;
        }

        return failure switch
        {
            // An invalid path is refused for every row.
            GainsightValidationException { ErrorCode: not ErrorCodes.InvalidPath } => refusal,

            // A missing record is the fault of its row. An answer without a code is likely to mean the record only after a delete, otherwise the route.
            GainsightNotFoundException { MayBeRecord: true } when mode == WriteMode.Delete || refusal.Code is not null => refusal,
            _ => null,
        };
    }

    /// <summary>Whether something between this client and Gainsight, such as a firewall, refused this call, perhaps because of the text of one row.</summary>
    public static bool IsBlocked(GainsightException failure) =>
        failure is GainsightApiException { IsByIntermediary: true };

    /// <summary>Whether the call may have been carried out.</summary>
    public static bool MayBeCarriedOut(GainsightException failure) =>
        failure.MayHaveBeenProcessed || failure is GainsightApiException { StatusCode: HttpStatusCode.RequestTimeout or TooEarly };

    private const HttpStatusCode TooEarly = (HttpStatusCode)425;

    private static bool IsOfGateway(HttpStatusCode status) => status
        is HttpStatusCode.MethodNotAllowed or HttpStatusCode.ProxyAuthenticationRequired or HttpStatusCode.RequestTimeout or HttpStatusCode.MisdirectedRequest
        or TooEarly or HttpStatusCode.RequestHeaderFieldsTooLarge or HttpStatusCode.UnavailableForLegalReasons;
}
