using System.Net;

namespace Gainsight.Client;

/// <summary>Gainsight refused the call.</summary>
public class GainsightApiException : GainsightException
{
    private readonly ApiRefusal _refusal = new();

    /// <summary>Creates the exception.</summary>
    public GainsightApiException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What happened and what to do next.</param>
    public GainsightApiException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="innerException">The cause.</param>
    public GainsightApiException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception for an answer of Gainsight.</summary>
    internal GainsightApiException(string message, ApiRefusal refusal)
        : base(message)
    {
        _refusal = refusal;
        StatusCode = refusal.Status;
        ErrorCode = refusal.Code;
        ErrorDescription = refusal.Description;
        RequestId = refusal.RequestId;
        Errors = refusal.Errors;
        ResponseBody = refusal.Body;
    }

    /// <summary>The HTTP status, or 0 for a call that this library refused itself. Gainsight can also refuse with 200: <c>result</c> in the body decides.</summary>
    public HttpStatusCode StatusCode { get; init; }

    /// <summary>Gainsight's error code, such as <c>GSOBJ_1012</c> or <c>GS_APIG_2401</c>, or the title of a refused describe (<c>OBJECT_NOT_FOUND</c>). An open set. Null when the answer had no code.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The errors of single fields, as a flat list. Empty when there are none.</summary>
    public IReadOnlyList<RecordError> Errors { get; init; } = [];

    /// <summary>Gainsight's own text, or null. It can quote a record's values: no message, log or span of this library contains it, and neither does <see cref="Exception.ToString"/>.</summary>
    public string? ErrorDescription { get; init; }

    /// <summary>
    /// The body of the answer, at most its first 65,536 bytes, or null. It can quote records' values, so this library never logs it, and neither
    /// <see cref="Exception.Message"/> nor <see cref="Exception.ToString"/> has it. Do not log it without a check.
    /// </summary>
    public string? ResponseBody { get; init; }

    /// <summary>The id with which Gainsight's support can find the call, or null.</summary>
    public string? RequestId { get; init; }

    /// <inheritdoc/>
    /// <remarks>
    /// True for a 5xx, 408 and 425, and for <c>GU_1101</c>, the general failure, with any status: the server failed while processing the
    /// request, and it is unknown how far it came. True also for a 403 that is not Gainsight's: a firewall may have refused the answer.
    /// </remarks>
    public override bool MayHaveBeenProcessed =>
        (int)StatusCode is >= 500 or 408 or 425 || ErrorCode == ErrorCodes.ServerFault || IsByIntermediary || FollowsUnknownAttempt;

    /// <summary>Whether something between this machine and Gainsight refused this call because of its content.</summary>
    internal bool IsByIntermediary => _refusal.IsByIntermediary;

    /// <summary>Whether the answer was JSON. False for the page of a proxy or load balancer, whatever its status.</summary>
    internal bool IsJson => _refusal.IsJson;

    /// <summary>Whether Gainsight itself answered. An answer of the gateway, or the web page of a proxy or load balancer, says nothing about objects and records.</summary>
    internal bool IsFromGainsight => ToRefusal().IsFromGainsight;

    /// <summary>The refusal as a value, for code that does not throw it.</summary>
    internal ApiRefusal ToRefusal() => _refusal with
    {
        Status = StatusCode,
        Code = ErrorCode,
        Description = ErrorDescription,
        Message = Message,
        RequestId = RequestId,
        Errors = Errors,
    };
}
