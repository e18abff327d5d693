namespace Gainsight.Client;

/// <summary>How the end of a bulk job is waited for: what exports and imports have in common.</summary>
public abstract class BulkJobOptions
{
    private readonly TimeSpan _pollInterval = TimeSpan.FromSeconds(30);
    private readonly TimeSpan _maxWait = TimeSpan.FromHours(2);

    private protected BulkJobOptions()
    {
    }

    /// <summary>
    /// How long to wait before a job is asked after, at least a second; 30 seconds unless set. It grows by half with every time, up to 5 minutes.
    /// Whether asking counts against the 10 calls an hour of asynchronous calls is unknown, hence so slow.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below a second.</exception>
    public TimeSpan PollInterval
    {
        get => _pollInterval;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromSeconds(1));
            _pollInterval = value;
        }
    }

    /// <summary>
    /// How long to wait for the end of a job, of an import for that of each part; 2 hours unless set. Then <see cref="GainsightExportException"/> ends the
    /// reading of an export, and <see cref="ImportReport.StoppedBy"/> tells that an import ended; the job itself goes on.
    /// Until then it does not matter whether the tenant can be reached, or has quota for the asking.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public TimeSpan MaxWait
    {
        get => _maxWait;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            _maxWait = value;
        }
    }
}
