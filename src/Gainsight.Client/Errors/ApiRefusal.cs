using System.Net;

namespace Gainsight.Client;

/// <summary>Gainsight's refusal of a call. Exceptions are made from it, and the write engine passes it on.</summary>
internal sealed record ApiRefusal
{
    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; init; }

    /// <summary>The error code, or null.</summary>
    public string? Code { get; init; }

    /// <summary>Gainsight's text. It can quote a record's values, so no message or log contains it.</summary>
    public string? Description { get; init; }

    /// <summary>What happened and what to do next, in words of this library. Empty until an exception is made.</summary>
    public string Message { get; init; } = string.Empty;

    /// <summary>The id of the answer, or null.</summary>
    public string? RequestId { get; init; }

    /// <summary>The body of the answer, cut off if it is long, or null.</summary>
    public string? Body { get; init; }

    /// <summary>Whether the answer was JSON. False for the web page of a proxy.</summary>
    public bool IsJson { get; init; }

    /// <summary>Whether the answer is well-formed JSON up to its end.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Whether the answer has <c>result</c> or an error code, as Gainsight's own answers do. Proxies can answer with JSON too.</summary>
    public bool HasEnvelope { get; init; }

    /// <summary>Whether something between this machine and Gainsight, such as a firewall, refused this call because of its content. It says nothing about the credential.</summary>
    public bool IsByIntermediary { get; init; }

    /// <summary>Whether Gainsight accepted the call, and its answer only leaves open what became of some rows.</summary>
    public bool IsAcceptance { get; init; }

    /// <summary>The errors of single fields.</summary>
    public IReadOnlyList<RecordError> Errors { get; init; } = [];

    /// <summary>Whether Gainsight itself answered, and not a gateway or a proxy in front of it.</summary>
    public bool IsFromGainsight => HasEnvelope && Code != ErrorCodes.RouteNotFound;

    /// <summary>Whether the answer says what is wrong. Without a reason, it says nothing of earlier attempts of the call.</summary>
    public bool HasReason => Errors.Count > 0 || (IsFromGainsight && Code is not null);

    /// <summary>Whether the call is too large. A smaller one may pass.</summary>
    public bool IsTooLarge => Status == HttpStatusCode.RequestEntityTooLarge;

    /// <summary>Whether the object is missing, which is true for every record of it.</summary>
    public bool SaysObjectMissing =>
        Code == ErrorCodes.ObjectNotFound
        || Description?.StartsWith("Requested object not found", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether a record may be missing, and not the object or the route.</summary>
    public bool MaySayRecordMissing => IsFromGainsight && Code != ErrorCodes.InvalidPath && !SaysObjectMissing;
}
