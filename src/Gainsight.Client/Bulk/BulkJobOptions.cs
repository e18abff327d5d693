namespace Gainsight.Client;

/// <summary>How to wait for a bulk job: the options that exports and imports share.</summary>
public abstract class BulkJobOptions
{
    private readonly TimeSpan _pollInterval = TimeSpan.FromSeconds(30);
    private readonly TimeSpan _maxWait = TimeSpan.FromHours(2);

    private protected BulkJobOptions()
    {
    }

    /// <summary>
    /// How long to wait before a status request, at least one second. Default: 30 seconds. The interval grows by half with each request, up to 5 minutes.
    /// It is this long because status requests may count as asynchronous calls, of which there are 10 per hour (unknown).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below one second.</exception>
    public TimeSpan PollInterval
    {
        get => _pollInterval;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromSeconds(1), nameof(PollInterval));
            _pollInterval = value;
        }
    }

    /// <summary>
    /// How long to wait for the end of a job; for an import, of each part. Default: 2 hours. After that, reading an export throws
    /// <see cref="GainsightExportException"/>, and an import ends with <see cref="ImportReport.StoppedBy"/>. The job itself continues.
    /// Until then, an unreachable tenant or a used-up quota does not end the wait.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public TimeSpan MaxWait
    {
        get => _maxWait;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero, nameof(MaxWait));
            _maxWait = value;
        }
    }
}
