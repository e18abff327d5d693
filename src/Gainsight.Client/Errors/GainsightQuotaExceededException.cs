namespace Gainsight.Client;

/// <summary>The call was not sent: the wait for quota would be longer than <see cref="QuotaOptions.MaxQueueWait"/>, or the client's own <see cref="QuotaOptions.MaxCalls"/> are used up.</summary>
public sealed class GainsightQuotaExceededException : GainsightException
{
    /// <summary>The <see cref="Window"/> of a client whose own calls are used up: <c>max-calls</c>.</summary>
    public const string Budget = "max-calls";

    /// <summary>Creates the exception.</summary>
    public GainsightQuotaExceededException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What happened and what to do next.</param>
    public GainsightQuotaExceededException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="innerException">The cause.</param>
    public GainsightQuotaExceededException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The time at which the used-up window opens again, or at which it is the turn of this host among those that share the quota, in UTC. <see cref="DateTimeOffset.MaxValue"/> for <see cref="Budget"/>, which never opens.</summary>
    public DateTimeOffset RetryAt { get; init; }

    /// <summary>The name of the window, such as <c>sync-day</c>.</summary>
    public string? Window { get; init; }
}
