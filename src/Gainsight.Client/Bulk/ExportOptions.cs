namespace Gainsight.Client;

/// <summary>How an export is waited for and read.</summary>
public sealed class ExportOptions
{
    private readonly TimeSpan _pollInterval = TimeSpan.FromSeconds(30);
    private readonly TimeSpan _maxWait = TimeSpan.FromHours(2);

    internal static ExportOptions Default { get; } = new();

    /// <summary>
    /// How long to wait before the job is asked after, at least a second; 30 seconds unless set. It grows by half with every time, up to 5 minutes.
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

    /// <summary>How long to wait for the job's end; 2 hours unless set. Then <see cref="GainsightExportException"/> ends the reading, and the job goes on.</summary>
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

    /// <summary>Told whenever the job was asked after, and whenever all rows of a part were taken. An implementation that runs at once, unlike <see cref="Progress{T}"/>, knows of a part before the next row comes.</summary>
    public IProgress<ExportProgress>? Progress { get; init; }
}
