namespace Gainsight.Client;

/// <summary>Tells the caller how far a write has come, and when it will be done at the pace so far and with the quota left.</summary>
internal sealed class WriteProgressReporter
{
    // Held while the caller is told, so that calls that end at once do not tell it of an earlier state last.
    private readonly Lock _telling = new();
    private readonly Transport _transport;
    private readonly IProgress<WriteProgress>? _progress;
    private readonly long? _total;
    private readonly long _started;
    private long _done;
    private long _failed;
    private long _told;

    public WriteProgressReporter(Transport transport, IProgress<WriteProgress>? progress, long? total)
    {
        _transport = transport;
        _progress = progress;
        _total = total;
        _started = transport.TimeProvider.GetTimestamp();
    }

    /// <summary>Counts a decided row.</summary>
    public void Count(bool succeeded)
    {
        Interlocked.Add(ref _failed, succeeded ? 0 : 1);
        Interlocked.Increment(ref _done);
    }

    /// <summary>Tells the caller, if there is something new.</summary>
    public void Report(CallCounter calls)
    {
        if (_progress is null)
        {
            return;
        }

        lock (_telling)
        {
            var done = Interlocked.Read(ref _done);
            if (done == _told)
            {
                return;
            }

            _told = done;
            _progress.Report(new WriteProgress
            {
                Total = _total,
                Done = done,
                Failed = Interlocked.Read(ref _failed),
                EstimatedTimeLeft = TimeLeft(done, calls),
            });
        }
    }

    private TimeSpan? TimeLeft(long done, CallCounter calls)
    {
        if (_total is not { } total || calls.Count == 0)
        {
            return null;
        }

        var rest = (double)(total - done) / done;
        var left = _transport.TimeProvider.GetElapsedTime(_started) * rest;

        // Each bucket by itself: a write of users waits for the hour of its own calls, and not for that of its reads.
        foreach ((var bucket, var made) in calls.Ended)
        {
            var byQuota = _transport.EstimateWait(bucket, (int)Math.Min(int.MaxValue, Math.Ceiling(made * rest)));
            left = byQuota > left ? byQuota : left;
        }

        return left;
    }
}
