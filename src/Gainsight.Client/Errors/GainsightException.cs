namespace Gainsight.Client;

/// <summary>The base class of every exception that this library throws for a failed call.</summary>
/// <remarks>Messages say what to do next. They never contain a record's values or a secret.</remarks>
public class GainsightException : Exception
{
    /// <summary>Creates the exception.</summary>
    public GainsightException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What happened and what to do next.</param>
    public GainsightException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="innerException">The cause.</param>
    public GainsightException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// Whether Gainsight may have carried out the request although the call failed: the connection broke after the request was
    /// sent, the answer did not come in time, or the server failed while processing the request.
    /// </summary>
    public virtual bool MayHaveBeenProcessed => FollowsUnknownAttempt;

    /// <summary>Whether Gainsight may have carried out an attempt before the one that this failure is of.</summary>
    internal bool FollowsUnknownAttempt { get; set; }
}
