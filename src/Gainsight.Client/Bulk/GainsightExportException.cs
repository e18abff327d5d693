namespace Gainsight.Client;

/// <summary>Gainsight accepted an export but did not complete it: the job failed, was aborted, did not end in time, or stays in a state that is not known.</summary>
public sealed class GainsightExportException : GainsightJobException
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
}
