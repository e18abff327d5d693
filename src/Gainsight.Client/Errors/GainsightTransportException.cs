namespace Gainsight.Client;

/// <summary>Gainsight did not answer: the host could not be reached, the connection broke, or the answer did not come in time.</summary>
public sealed class GainsightTransportException : GainsightException
{
    /// <summary>Creates the exception.</summary>
    public GainsightTransportException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What happened and what to do next.</param>
    public GainsightTransportException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="innerException">The cause.</param>
    public GainsightTransportException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The value of <see cref="MayHaveBeenProcessed"/>.</summary>
    internal bool RequestMayHaveArrived { get; init; }

    /// <summary>Whether the attempt exceeded its time limit.</summary>
    public bool IsTimeout { get; init; }

    /// <inheritdoc/>
    /// <remarks>False when the request was provably not sent: the host name was not resolved, or no connection was established.</remarks>
    public override bool MayHaveBeenProcessed => RequestMayHaveArrived || FollowsUnknownAttempt;
}
