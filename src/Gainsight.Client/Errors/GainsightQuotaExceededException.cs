namespace Gainsight.Client;

/// <summary>The call was not sent: the tenant's quota opens later than the caller is willing to wait.</summary>
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

    /// <summary>When the spent window opens again, in UTC.</summary>
    public DateTimeOffset RetryAt { get; init; }

    /// <summary>The name of the spent window, such as <c>sync-day</c>.</summary>
    public string? Window { get; init; }
}
