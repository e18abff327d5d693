namespace Gainsight.Client;

/// <summary>Gainsight accepted an export but did not complete it: the job failed, was aborted, or did not end in time.</summary>
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

    /// <summary>The job. A job that only took too long can be read later.</summary>
    public ExportJob? Job { get; init; }

    /// <summary>The last known state of the job: <c>FAILED</c>, <c>ABORTED</c> or a state before the end. The set is open.</summary>
    public string? Status { get; init; }
}
