namespace Gainsight.Client;

/// <summary>A write was cancelled before its end. <see cref="GetReport{T}"/> says what is written and what is not.</summary>
/// <remarks>
/// Rows whose call was in flight are <see cref="RowStatus.Unknown"/>. Rows that were not sent yet are <see cref="RowStatus.NotAttempted"/>. For a
/// stream, the report holds the outcomes that were not returned yet. It does not list rows that were never read from the stream.
/// </remarks>
public sealed class WriteCanceledException : OperationCanceledException
{
    /// <summary>Creates the exception.</summary>
    public WriteCanceledException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What happened.</param>
    public WriteCanceledException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The cause.</param>
    public WriteCanceledException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    private WriteCanceledException(string message, object report, CancellationToken token)
        : base(message, token) => Report = report;

    private object? Report { get; }

    /// <summary>Gets what became of the rows.</summary>
    /// <typeparam name="T">The type of the rows given to the write.</typeparam>
    /// <returns>The report, or null when the write had rows of another type.</returns>
    public WriteReport<T>? GetReport<T>() => Report as WriteReport<T>;

    /// <summary>Creates the exception with a report, for mocks of a client too.</summary>
    /// <typeparam name="T">The type of the rows given to the write.</typeparam>
    /// <param name="report">What became of the rows.</param>
    /// <param name="token">The token that was cancelled.</param>
    /// <returns>The exception.</returns>
    public static WriteCanceledException For<T>(WriteReport<T> report, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(report);
        var written = report.Rows.Count(row => row.Succeeded);
        var unknown = report.Rows.Count(row => row.Status == RowStatus.Unknown);
        return new(
            $"The write was cancelled: {written} of {Plural.Of(report.Rows.Count, "row")} written, {unknown} in flight. GetReport says which.",
            report,
            token);
    }
}
