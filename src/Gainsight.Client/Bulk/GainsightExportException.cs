namespace Gainsight.Client;

/// <summary>Gainsight took an export on and did not complete it: it failed, was aborted, or did not end in time.</summary>
public sealed class GainsightExportException : GainsightException
{
    /// <summary>Creates the exception.</summary>
    public GainsightExportException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What happened and what to do next.</param>
    public GainsightExportException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="innerException">The cause.</param>
    public GainsightExportException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The job. One that only took too long can be read later.</summary>
    public ExportJob? Job { get; init; }

    /// <summary>Gainsight's last word on the job: <c>FAILED</c>, <c>ABORTED</c> or a state on the way; an open set.</summary>
    public string? Status { get; init; }
}
