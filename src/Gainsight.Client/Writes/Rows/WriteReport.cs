namespace Gainsight.Client;

/// <summary>What became of every row given to a write, in the order of the input.</summary>
/// <typeparam name="T">The record type, or <see cref="string"/> for deletes by GSID.</typeparam>
public sealed class WriteReport<T>
{
    private readonly Dictionary<RowStatus, List<RowOutcome<T>>> _byStatus = [];

    /// <summary>Creates a report, as a mock of a client would give it.</summary>
    /// <param name="rows">One outcome for each row given, in the order of the input.</param>
    /// <param name="calls">The requests that went out.</param>
    /// <param name="elapsed">How long it took.</param>
    /// <param name="stoppedBy">What ended the work before the last row.</param>
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
    }

    /// <summary>One outcome for each row given, in the order of the input.</summary>
    public IReadOnlyList<RowOutcome<T>> Rows { get; }

    /// <summary>The rows that were created.</summary>
    public IReadOnlyList<RowOutcome<T>> Inserted => With(RowStatus.Inserted);

    /// <summary>The rows that were changed.</summary>
    public IReadOnlyList<RowOutcome<T>> Updated => With(RowStatus.Updated);

    /// <summary>The rows that were created or changed, where Gainsight does not say which.</summary>
    public IReadOnlyList<RowOutcome<T>> Upserted => With(RowStatus.Upserted);

    /// <summary>The rows that carried nothing to change, or nothing that the tenant does not have.</summary>
    public IReadOnlyList<RowOutcome<T>> Unchanged => With(RowStatus.Unchanged);

    /// <summary>The rows that were deleted.</summary>
    public IReadOnlyList<RowOutcome<T>> Deleted => With(RowStatus.Deleted);

    /// <summary>The rows that were refused, with the reasons.</summary>
    public IReadOnlyList<RowOutcome<T>> Failed => With(RowStatus.Failed);

    /// <summary>The rows of which it is not known whether they were written.</summary>
    public IReadOnlyList<RowOutcome<T>> Unknown => With(RowStatus.Unknown);

    /// <summary>The rows that were not sent because the work stopped before.</summary>
    public IReadOnlyList<RowOutcome<T>> NotAttempted => With(RowStatus.NotAttempted);

    /// <summary>Whether the tenant now holds every row as asked.</summary>
    public bool AllSucceeded => Failed.Count + Unknown.Count + NotAttempted.Count == 0;

    /// <summary>The requests this write put on the wire: reads, writes and retries, all of which count against the tenant's quota.</summary>
    public long Calls { get; }

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>Why the work stopped before the last row (a refused credential, a spent day, an unreachable host), or null.</summary>
    public GainsightException? StoppedBy { get; }

    internal IReadOnlyList<RowOutcome<T>> With(RowStatus status) => _byStatus.TryGetValue(status, out var rows) ? rows : [];
}
