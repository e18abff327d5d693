namespace Gainsight.Client;

/// <summary>The route, the object or the record does not exist on this tenant.</summary>
public sealed class GainsightNotFoundException : GainsightApiException
{
    /// <summary>Creates the exception.</summary>
    public GainsightNotFoundException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What happened and what to do next.</param>
    public GainsightNotFoundException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="innerException">The cause.</param>
    public GainsightNotFoundException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception for an answer of Gainsight.</summary>
    internal GainsightNotFoundException(string message, BufferedAnswer answer, IReadOnlyList<RecordError> errors)
        : base(message, answer, errors)
    {
        IsGainsights = answer.IsJson && answer.ErrorCode != ErrorCodes.RouteNotFound;
        MayBeRecord = IsGainsights && answer.ErrorCode != ErrorCodes.InvalidPath && !ApiErrors.SaysObjectMissing(answer);
    }

    /// <summary>Whether the answer speaks of what was asked for. One of the gateway, or a web page of a proxy's or a load balancer's, says nothing of objects and records.</summary>
    internal bool IsGainsights { get; }

    /// <summary>Whether it may be a record of the call alone that is missing, and not the object.</summary>
    internal bool MayBeRecord { get; }
}
