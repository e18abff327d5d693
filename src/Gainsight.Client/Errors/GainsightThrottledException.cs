namespace Gainsight.Client;

/// <summary>Gainsight kept refusing the call because the tenant's quota is used up. Nothing was written.</summary>
public sealed class GainsightThrottledException : GainsightApiException
{
    /// <summary>Creates the exception.</summary>
    public GainsightThrottledException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What happened and what to do next.</param>
    public GainsightThrottledException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="innerException">The cause.</param>
    public GainsightThrottledException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception for an answer of Gainsight.</summary>
    internal GainsightThrottledException(string message, ApiRefusal refusal)
        : base(message, refusal)
    {
    }

    /// <summary>When to try again, in UTC: when the window opens, or when Gainsight says (by <c>Retry-After</c>, which no source documents). Null only when a request for a token was throttled without a word of when.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <inheritdoc/>
    /// <remarks>Always false: the gateway refuses before it passes a request on.</remarks>
    public override bool MayHaveBeenProcessed => false;
}
