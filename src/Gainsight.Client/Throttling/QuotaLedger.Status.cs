namespace Gainsight.Client;

/// <content>Reports on the quota. They cost no call.</content>
internal sealed partial class QuotaLedger
{
    /// <summary>The remaining quota, by the limits of a client.</summary>
    public QuotaSnapshot Snapshot(QuotaOptions options)
    {
        var buckets = Buckets(options);
        lock (_lock)
        {
            var now = Now;
            List<QuotaWindowStatus> windows = [];
            Dictionary<string, DateTimeOffset> closed = new(StringComparer.Ordinal);
            foreach (var bucket in buckets.Values)
            {
                Roll(bucket, now);
                for (var i = 0; i < bucket.Windows.Length; i++)
                {
                    if (!windows.Exists(window => window.Name == bucket.Windows[i].Name))
                    {
                        var counter = bucket.Counters[i];
                        var resetsAt = OnClock(_clock.SurelyAt(counter.EndsAt), now);
                        windows.Add(new(bucket.Windows[i].Name, bucket.Limits[i], Math.Min(counter.Used, bucket.Limits[i]), resetsAt) { Length = bucket.Windows[i].Length });
                    }
                }

                if (bucket.Gate.ShutUntil is { } until)
                {
                    closed.Add(bucket.Name, OnClock(Math.Max(until, now), now));
                }
            }

            return new QuotaSnapshot
            {
                Mode = _exchange?.ModeOf(options, now) ?? QuotaMode.Alone,
                Windows = windows,
                ClosedBuckets = closed,
                WaitingInteractive = _waiting[(int)RequestLane.Interactive],
                WaitingBulk = _waiting[(int)RequestLane.Bulk],
            };
        }
    }

    /// <summary>The time until this number of calls could be sent, if nobody else sends calls. For progress reports.</summary>
    public TimeSpan EstimateWait(string bucket, int calls, QuotaOptions options)
    {
        var target = Buckets(options)[bucket];
        lock (_lock)
        {
            var now = Now;
            return calls < 1 ? TimeSpan.Zero : TimeSpan.FromTicks(Math.Max(0, Foresee(target, calls, now).Until - now));
        }
    }

    /// <summary>Whether an answer told the server's clock.</summary>
    public bool KnowsServerTime
    {
        get
        {
            lock (_lock)
            {
                return _clock.IsLearnt;
            }
        }
    }

    /// <summary>Whether the local clock was set forward since the last answer was asked for. What is known of the server's clock may then be wrong by as much.</summary>
    public bool ClockWasSet
    {
        get
        {
            lock (_lock)
            {
                // Reading the time shows whether the clock was set.
                _ = Now;
                return _setAt > 0;
            }
        }
    }

    /// <summary>The earliest possible time of the server's clock at a local time.</summary>
    public DateTimeOffset ServerTime(DateTimeOffset local)
    {
        lock (_lock)
        {
            return Moments.FromTicks(_clock.Earliest(local.UtcTicks + Now - _time.GetUtcNow().UtcTicks));
        }
    }
}
