namespace Gainsight.Client;

/// <summary>The call was not sent, because the wait for quota would be longer than <see cref="QuotaOptions.MaxQueueWait"/>.</summary>
public sealed class GainsightQuotaExceededException : GainsightException
{
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

    /// <summary>The time at which the used-up window opens again, in UTC.</summary>
    public DateTimeOffset RetryAt { get; init; }

    /// <summary>The name of the used-up window, such as <c>sync-day</c>.</summary>
    public string? Window { get; init; }
}
