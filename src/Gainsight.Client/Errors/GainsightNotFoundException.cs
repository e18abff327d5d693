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
    internal GainsightNotFoundException(string message, ApiRefusal refusal)
        : base(message, refusal)
    {
        MayBeRecord = refusal.MaySayRecordMissing;
    }

    /// <summary>Whether a single record of the call may be missing, and not the object.</summary>
    internal bool MayBeRecord { get; }
}
