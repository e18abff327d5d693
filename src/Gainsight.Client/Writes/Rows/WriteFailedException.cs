using System.Globalization;

namespace Gainsight.Client;

/// <summary>A write did not succeed for every row, and the caller asked for an exception: <see cref="WriteReport{T}.EnsureSuccess"/>, <see cref="RowOutcome{T}.EnsureSuccess"/>.</summary>
/// <remarks><see cref="GetReport{T}"/> says what became of each row. The message has counts, error codes and field names, never a record's values. <see cref="Exception.InnerException"/> is the failure that stopped the write, if there was one.</remarks>
public sealed class WriteFailedException : GainsightException
{
    private static readonly RowStatus[] Statuses = [RowStatus.Failed, RowStatus.Unknown, RowStatus.NotAttempted];

    private readonly object? _report;

    /// <summary>Creates the exception.</summary>
    public WriteFailedException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What happened and what to do next.</param>
    public WriteFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="innerException">The cause.</param>
    public WriteFailedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    private WriteFailedException(string message, object report, bool mayHaveBeenProcessed, Exception? innerException)
        : base(message, innerException)
    {
        _report = report;
        MayHaveBeenProcessed = mayHaveBeenProcessed;
    }

    /// <summary>Whether a row is <see cref="RowStatus.Unknown"/>: it may have been written.</summary>
    public override bool MayHaveBeenProcessed { get; }

    /// <summary>Gets what became of the rows.</summary>
    /// <typeparam name="T">The type of the rows given to the write.</typeparam>
    /// <returns>The report, or null when the write had rows of another type.</returns>
    public WriteReport<T>? GetReport<T>() => _report as WriteReport<T>;

    /// <summary>Creates the exception with a report, for mocks of a client too.</summary>
    /// <typeparam name="T">The type of the rows given to the write.</typeparam>
    /// <param name="report">What became of the rows.</param>
    /// <returns>The exception.</returns>
    public static WriteFailedException For<T>(WriteReport<T> report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new(Describe(report), report, report.Unknown.Count > 0, report.StoppedBy);
    }

    private static string Describe<T>(WriteReport<T> report)
    {
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Unsuccessful.Count} of {Plural.Of(report.Rows.Count, "row")} did not succeed: {report.CountsOf(Statuses)}.");
        if (report.Unsuccessful.FirstOrDefault(row => row.Status != RowStatus.NotAttempted) is { } first)
        {
            message += $" The first is row {first}.";
        }

        if (report.StoppedBy is { } reason)
        {
            message += $" The write stopped: {reason.Message}";
        }
        else if (report.NotAttempted.FirstOrDefault(static row => row.Errors.Count > 0) is { } held)
        {
            message += $" The first that was not attempted is row {held}: {held.Errors[0].Message}";
        }
        else if (report.NotAttempted.Count > 0)
        {
            message += " The write was cancelled.";
        }

        return $"{message} GetReport has the outcome of each row.";
    }
}
