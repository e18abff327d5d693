using System.Globalization;

namespace Gainsight.Client;

/// <summary>What became of every row given to a write, in the order of the input.</summary>
/// <typeparam name="T">The record type, or <see cref="string"/> for deletes by GSID.</typeparam>
public sealed class WriteReport<T>
{
    private static readonly RowStatus[] Statuses =
        [RowStatus.Inserted, RowStatus.Updated, RowStatus.Upserted, RowStatus.Unchanged, RowStatus.Deleted, RowStatus.Failed, RowStatus.Unknown, RowStatus.NotAttempted];

    private readonly Dictionary<RowStatus, List<RowOutcome<T>>> _byStatus = [];

    /// <summary>Creates a report, for mocks of a client.</summary>
    /// <param name="rows">One outcome for each row given, in the order of the input.</param>
    /// <param name="calls">The requests that were sent.</param>
    /// <param name="elapsed">How long the write took.</param>
    /// <param name="stoppedBy">Why the work stopped before the last row.</param>
    public WriteReport(IReadOnlyList<RowOutcome<T>> rows, long calls = 0, TimeSpan elapsed = default, GainsightException? stoppedBy = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Rows = rows;
        Calls = calls;
        Elapsed = elapsed;
        StoppedBy = stoppedBy;
        foreach (var row in rows)
        {
            if (!_byStatus.TryGetValue(row.Status, out var list))
            {
                _byStatus[row.Status] = list = [];
            }

            list.Add(row);
        }

        Unsuccessful = Failed.Count + Unknown.Count + NotAttempted.Count == 0 ? [] : [.. rows.Where(row => !row.Succeeded)];
    }

    /// <summary>One outcome for each row given, in the order of the input.</summary>
    public IReadOnlyList<RowOutcome<T>> Rows { get; }

    /// <summary>The rows that were created.</summary>
    public IReadOnlyList<RowOutcome<T>> Inserted => With(RowStatus.Inserted);

    /// <summary>The rows that were changed.</summary>
    public IReadOnlyList<RowOutcome<T>> Updated => With(RowStatus.Updated);

    /// <summary>The rows that were created or changed, where Gainsight does not say which.</summary>
    public IReadOnlyList<RowOutcome<T>> Upserted => With(RowStatus.Upserted);

    /// <summary>The rows that had nothing to change, or nothing that differs from the tenant.</summary>
    public IReadOnlyList<RowOutcome<T>> Unchanged => With(RowStatus.Unchanged);

    /// <summary>The rows that were deleted.</summary>
    public IReadOnlyList<RowOutcome<T>> Deleted => With(RowStatus.Deleted);

    /// <summary>The rows that were refused, with the reasons.</summary>
    public IReadOnlyList<RowOutcome<T>> Failed => With(RowStatus.Failed);

    /// <summary>The rows that may or may not have been written.</summary>
    public IReadOnlyList<RowOutcome<T>> Unknown => With(RowStatus.Unknown);

    /// <summary>The rows that were not sent, because the work stopped before.</summary>
    public IReadOnlyList<RowOutcome<T>> NotAttempted => With(RowStatus.NotAttempted);

    /// <summary>The rows that did not succeed, in the order of the input: <see cref="Failed"/>, <see cref="Unknown"/> and <see cref="NotAttempted"/> together.</summary>
    public IReadOnlyList<RowOutcome<T>> Unsuccessful { get; }

    /// <summary>Whether every row succeeded.</summary>
    public bool AllSucceeded => Unsuccessful.Count == 0;

    /// <summary>The requests that this write sent: reads, writes, retries, and calls that describe objects. All of them count against the tenant's quota.</summary>
    public long Calls { get; }

    /// <summary>How long the write took.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>
    /// Why the work stopped before the last row (a refused credential, a daily quota used up, an unreachable host), or null. An exception that is
    /// not this library's own, such as that of a handler or a progress callback, is its <see cref="Exception.InnerException"/>.
    /// </summary>
    public GainsightException? StoppedBy { get; }

    /// <summary>Throws if a row did not succeed.</summary>
    /// <returns>This report.</returns>
    /// <exception cref="WriteFailedException">A row failed, is unknown, or was not attempted. The exception has this report.</exception>
    public WriteReport<T> EnsureSuccess() => AllSucceeded ? this : throw WriteFailedException.For(this);

    /// <summary>The number of rows by status, and the number of calls. Values of records are left out.</summary>
    /// <returns>For example <c>151 Inserted, 1 Updated, 6 Failed (6 calls)</c>.</returns>
    public override string ToString() => $"{(Rows.Count == 0 ? "No rows" : CountsOf(Statuses))} ({Plural.Of(Calls, "call")})";

    internal string CountsOf(RowStatus[] statuses)
    {
        var counts = new List<string>(statuses.Length);
        foreach (var status in statuses)
        {
            if (With(status).Count is > 0 and var count)
            {
                counts.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {status}"));
            }
        }

        return string.Join(", ", counts);
    }

    internal IReadOnlyList<RowOutcome<T>> With(RowStatus status) => _byStatus.TryGetValue(status, out var rows) ? rows : [];
}
