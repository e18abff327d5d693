using Microsoft.Extensions.Logging;

namespace Gainsight.Client;

/// <summary>Counts the rows of a write by what became of them: for the metric as they are decided, for the log when the write ends.</summary>
internal sealed class WriteTally(string objectName)
{
    /// <summary>How many statuses there are.</summary>
    public const int Statuses = (int)RowStatus.Unknown + 1;

    private readonly long[] _rows = new long[Statuses];
    private long _all;

    /// <summary>Counts rows, as many of each status as <paramref name="rows"/> says.</summary>
    public void Add(ReadOnlySpan<int> rows)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            Add((RowStatus)i, rows[i]);
        }
    }

    /// <summary>Counts rows of a status.</summary>
    public void Add(RowStatus status, int rows)
    {
        Interlocked.Add(ref _rows[(int)status], rows);
        Interlocked.Add(ref _all, rows);
        GainsightDiagnostics.CountRows(objectName, status.ToString(), rows);
    }

    /// <summary>Says that the write ended.</summary>
    public void LogEnd(ILogger logger, long calls, TimeSpan elapsed) => Log.WriteEnded(
        logger,
        Interlocked.Read(ref _all),
        objectName,
        calls,
        elapsed,
        Of(RowStatus.Inserted),
        Of(RowStatus.Updated),
        Of(RowStatus.Upserted),
        Of(RowStatus.Unchanged),
        Of(RowStatus.Deleted),
        Of(RowStatus.Failed),
        Of(RowStatus.Unknown),
        Of(RowStatus.NotAttempted));

    private long Of(RowStatus status) => Interlocked.Read(ref _rows[(int)status]);
}
