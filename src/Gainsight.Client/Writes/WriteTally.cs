using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Gainsight.Client;

/// <summary>Counts the rows of a write by status: for the metric and the caller's progress as they are decided, for the log when the write ends.</summary>
internal sealed class WriteTally
{
    /// <summary>How many statuses there are.</summary>
    public const int Statuses = (int)RowStatus.Unknown + 1;

    /// <summary>The rows left for each row so far, above which the pace says nothing yet. The times below it stay far within the range of <see cref="TimeSpan"/>.</summary>
    private const double LargestRest = 100_000;

    // Held while the caller is told, so that of two calls that end at once the earlier state is not reported last.
    private readonly Lock _telling = new();
    private readonly Transport _transport;
    private readonly string _objectName;
    private readonly IProgress<WriteProgress>? _progress;
    private readonly long? _total;
    private readonly long _started;
    private readonly long[] _rows = new long[Statuses];
    private long _all;
    private long _told;
    private long _skipped;
    private Exception? _thrown;

    /// <summary>Starts to count.</summary>
    /// <param name="transport">Knows the clock and the quota that is left.</param>
    /// <param name="objectName">The object that is written.</param>
    /// <param name="progress">Told how far the write has come, or null.</param>
    /// <param name="total">The number of rows, or null when it is not known.</param>
    public WriteTally(Transport transport, string objectName, IProgress<WriteProgress>? progress, long? total)
    {
        _transport = transport;
        _objectName = objectName;
        _progress = progress;
        _total = total;
        _started = transport.TimeProvider.GetTimestamp();
    }

    /// <summary>Counts rows, as many of each status as <paramref name="rows"/> says.</summary>
    public void Add(ReadOnlySpan<int> rows)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] > 0)
            {
                Add((RowStatus)i, rows[i]);
            }
        }
    }

    /// <summary>What a listener of the application to the metric has thrown first, or null.</summary>
    public Exception? Thrown => Volatile.Read(ref _thrown);

    /// <summary>Counts rows of a status.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The exception is that of a listener of the application. It must not cost the report.")]
    public void Add(RowStatus status, int rows)
    {
        Interlocked.Add(ref _rows[(int)status], rows);
        Interlocked.Add(ref _all, rows);
        try
        {
            GainsightDiagnostics.CountRows(_objectName, status.ToString(), rows);
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref _thrown, exception, null);
        }
    }

    /// <summary>Notes a row that an earlier run wrote. It says nothing about the pace of this one.</summary>
    public void Skip() => Interlocked.Increment(ref _skipped);

    /// <summary>Tells the caller how far the write has come, if anything changed.</summary>
    /// <returns>The exception of the application's code, or null.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "The exception is the caller's own. It must not cost the report.")]
    public Exception? Report(CallCounter calls)
    {
        try
        {
            Tell(calls);
            return Thrown;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    private void Tell(CallCounter calls)
    {
        if (_progress is null)
        {
            return;
        }

        lock (_telling)
        {
            var done = Interlocked.Read(ref _all);
            if (done == _told)
            {
                return;
            }

            _told = done;
            _progress.Report(new WriteProgress
            {
                Total = _total,
                Done = done,
                Failed = Of(RowStatus.Failed),
                Unknown = Of(RowStatus.Unknown),
                NotAttempted = Of(RowStatus.NotAttempted),
                EstimatedTimeLeft = TimeLeft(done, calls),
            });
        }
    }

    /// <summary>Logs that the write ended.</summary>
    public void LogEnd(ILogger logger, long calls) => Log.WriteEnded(
        logger,
        Interlocked.Read(ref _all),
        _objectName,
        calls,
        _transport.TimeProvider.GetElapsedTime(_started),
        Of(RowStatus.Inserted),
        Of(RowStatus.Updated),
        Of(RowStatus.Upserted),
        Of(RowStatus.Unchanged),
        Of(RowStatus.Deleted),
        Of(RowStatus.Failed),
        Of(RowStatus.Unknown),
        Of(RowStatus.NotAttempted));

    /// <summary>The time left at the pace so far and with the quota left, or null when it is not known.</summary>
    private TimeSpan? TimeLeft(long done, CallCounter calls)
    {
        var paced = done - Interlocked.Read(ref _skipped);
        if (_total is not { } total || calls.Count == 0 || paced <= 0)
        {
            return null;
        }

        var rest = (double)Math.Max(0, total - done) / paced;
        if (rest > LargestRest)
        {
            return null;
        }

        var left = _transport.TimeProvider.GetElapsedTime(_started) * rest;

        // Each bucket counts separately: a write of users waits for the hourly limit of its own calls, not for that of its reads.
        foreach ((var bucket, var made) in calls.Ended)
        {
            var byQuota = _transport.EstimateWait(bucket, (int)Math.Min(int.MaxValue, Math.Ceiling(made * rest)));
            left = byQuota > left ? byQuota : left;
        }

        return left;
    }

    /// <summary>The rows of a status so far.</summary>
    public long Of(RowStatus status) => Interlocked.Read(ref _rows[(int)status]);
}
