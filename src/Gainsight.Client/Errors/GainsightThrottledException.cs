namespace Gainsight.Client;

/// <summary>Gainsight refused the call because the tenant's quota is used up. Nothing was written.</summary>
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

    /// <summary>When to try again, in UTC: when the window opens, or the time in <c>Retry-After</c> (undocumented). Null only for a throttled token request without <c>Retry-After</c>.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <inheritdoc/>
    /// <remarks>Always false: the gateway refuses the request before it forwards it.</remarks>
    public override bool MayHaveBeenProcessed => FollowsUnknownAttempt;
}
