using System.Net;

namespace Gainsight.Client;

/// <summary>Gainsight answered, and the answer was a refusal.</summary>
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
    }

    /// <summary>The HTTP status; 0 for a call that this library refused by itself. Gainsight can refuse with 200 as well: <c>result</c> in the body decides.</summary>
    public HttpStatusCode StatusCode { get; init; }

    /// <summary>Gainsight's error code, such as <c>GSOBJ_1012</c> or <c>GS_APIG_2401</c>, or the title that a refused describe has instead (<c>OBJECT_NOT_FOUND</c>); an open set, null when the answer had none.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The errors of single fields, flattened from every nesting that Gainsight uses; empty when there are none.</summary>
    public IReadOnlyList<RecordError> Errors { get; init; } = [];

    /// <summary>Gainsight's own words. They can quote a record's values, so they are for decisions only, never for a message or a log.</summary>
    internal string? ErrorDescription { get; init; }

    /// <summary>The id under which Gainsight's support finds the call, or null.</summary>
    public string? RequestId { get; init; }

    /// <inheritdoc/>
    /// <remarks>
    /// True for a 5xx and for <c>GU_1101</c>, the general failure, on any status: the server failed while working on the request,
    /// and nothing says how far it came.
    /// </remarks>
    public override bool MayHaveBeenProcessed => (int)StatusCode >= 500 || ErrorCode == ErrorCodes.ServerFault;

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
