namespace Gainsight.Client;

/// <summary>A job that Gainsight carries out in the background failed, was aborted, did not end in time, or stays in a state that is not known.</summary>
public class GainsightJobException : GainsightException
{
    /// <summary>Creates the exception.</summary>
    public GainsightJobException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What happened and what to do next.</param>
    public GainsightJobException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="innerException">The cause.</param>
    public GainsightJobException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The id of the job. For an export, the address of its state.</summary>
    public string? JobId { get; init; }

    /// <summary>The last known state of the job: <c>FAILED</c>, <c>ABORTED</c>, a state before the end, or a word that is not known. The set is open. Null when no answer had one.</summary>
    public string? Status { get; init; }
}
