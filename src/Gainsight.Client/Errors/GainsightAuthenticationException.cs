namespace Gainsight.Client;

/// <summary>The credential was refused, or the caller's address is not on the tenant's allow-list.</summary>
public sealed class GainsightAuthenticationException : GainsightApiException
{
    /// <summary>Creates the exception.</summary>
    public GainsightAuthenticationException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What happened and what to do next.</param>
    public GainsightAuthenticationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="innerException">The cause.</param>
    public GainsightAuthenticationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception for an answer of Gainsight.</summary>
    internal GainsightAuthenticationException(string message, ApiRefusal refusal)
        : base(message, refusal)
    {
    }

    /// <inheritdoc/>
    /// <remarks>Always false: Gainsight checks the credential before it processes a request.</remarks>
    public override bool MayHaveBeenProcessed => FollowsUnknownAttempt;
}
