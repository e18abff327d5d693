namespace Gainsight.Client;

/// <summary>A quota store cannot be used: it is away, refuses, or has tables or keys of another version. The message says what to do, and has no secrets.</summary>
/// <remarks>Calls do not throw it. They wait for the store, or go on with <see cref="QuotaOptions.ShareWithoutStore"/>.</remarks>
public sealed class QuotaStoreException : Exception
{
    /// <summary>Creates an exception without a message.</summary>
    public QuotaStoreException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What is wrong, and what to do.</param>
    public QuotaStoreException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with its cause.</summary>
    /// <param name="message">What is wrong, and what to do.</param>
    /// <param name="innerException">The cause, or null.</param>
    public QuotaStoreException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
