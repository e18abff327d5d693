namespace Gainsight.Client;

/// <summary>The answer is not in the format of Gainsight's API: a web page, broken JSON, or a value in an unknown format.</summary>
public sealed class GainsightProtocolException : GainsightException
{
    /// <summary>Creates the exception.</summary>
    public GainsightProtocolException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What happened and what to do next.</param>
    public GainsightProtocolException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="innerException">The cause.</param>
    public GainsightProtocolException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The field whose value cannot be read, or null when another part of the answer is unreadable.</summary>
    internal string? Field { get; init; }

    /// <summary>The value that cannot be sent, for the errors of its row. Never part of the message.</summary>
    internal string? InvalidValue { get; init; }

    /// <summary>The value of <see cref="MayHaveBeenProcessed"/>.</summary>
    internal bool RequestMayHaveArrived { get; init; } = true;

    /// <inheritdoc/>
    public override bool MayHaveBeenProcessed => RequestMayHaveArrived || FollowsUnknownAttempt;
}
