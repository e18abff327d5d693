namespace Gainsight.Client;

/// <summary>Tells the caller how far a write has come, and when it will be done at the pace so far and with the quota left.</summary>
internal sealed class WriteProgressReporter
{
    private readonly Transport _transport;
    private readonly IProgress<WriteProgress>? _progress;
    private readonly long? _total;
    private readonly long _started;
    private long _done;
    private long _failed;
    private long _reported;

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
        Interlocked.Increment(ref _done);
        if (!succeeded)
        {
            Interlocked.Increment(ref _failed);
        }
    }

    /// <summary>Tells the caller, if there is something new.</summary>
    public void Report(long calls)
    {
        long done = Interlocked.Read(ref _done);
        if (_progress is null || Interlocked.Exchange(ref _reported, done) == done)
        {
            return;
        }

        _progress.Report(new WriteProgress
        {
            Total = _total,
            Done = done,
            Failed = Interlocked.Read(ref _failed),
            EstimatedTimeLeft = TimeLeft(done, calls),
        });
    }

    private TimeSpan? TimeLeft(long done, long calls)
    {
        if (_total is not { } total || calls == 0)
        {
            return null;
        }

        double rest = (double)(total - done) / done;
        TimeSpan atThisPace = _transport.TimeProvider.GetElapsedTime(_started) * rest;
        TimeSpan byQuota = _transport.EstimateWait(QuotaBuckets.Sync, (int)Math.Min(int.MaxValue, Math.Ceiling(calls * rest)));
        return atThisPace > byQuota ? atThisPace : byQuota;
    }
}
