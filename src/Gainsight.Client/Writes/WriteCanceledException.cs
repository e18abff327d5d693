namespace Gainsight.Client;

/// <summary>A write was cancelled half-way. <see cref="GetReport{T}"/> says what is written and what is not.</summary>
/// <remarks>
/// Rows whose call was under way are <see cref="RowStatus.Unknown"/>; those not sent yet are <see cref="RowStatus.NotAttempted"/>. For a
/// stream it holds the outcomes that had not been handed out. Rows of a stream that were never read from it are not listed.
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

    /// <summary>What became of the rows.</summary>
    /// <typeparam name="T">The type of the rows given to the write.</typeparam>
    /// <returns>The report, or null when the write was one of other rows.</returns>
    public WriteReport<T>? GetReport<T>() => Report as WriteReport<T>;

    /// <summary>Creates the exception with what became of the rows until then, as a mock of a client would throw it.</summary>
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
            $"The write was cancelled: {written} of {report.Rows.Count} rows are written, {unknown} were under way. GetReport tells which.",
            report,
            token);
    }
}
