namespace Gainsight.Client;

/// <summary>Gainsight refused the request's data: a value, a field name, a key or a query, or it gave no reason. Nothing was written.</summary>
public sealed class GainsightValidationException : GainsightApiException
{
    /// <summary>Creates the exception.</summary>
    public GainsightValidationException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What happened and what to do next.</param>
    public GainsightValidationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="innerException">The cause.</param>
    public GainsightValidationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception for an answer of Gainsight.</summary>
    internal GainsightValidationException(string message, ApiRefusal refusal)
        : base(message, refusal)
    {
    }
}
