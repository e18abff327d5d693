namespace Gainsight.Client;

/// <summary>How a file is imported.</summary>
public sealed class ImportOptions
{
    /// <summary>The largest file that Gainsight is known to take, 80 MB (a script of a third party).</summary>
    public const int MaxFileBytes = 80_000_000;

    private readonly int _partBytes = MaxFileBytes - 1_000_000;
    private readonly char _separator = ',';
    private readonly TimeSpan _pollInterval = TimeSpan.FromSeconds(30);
    private readonly TimeSpan _maxWait = TimeSpan.FromHours(2);

    internal static ImportOptions Default { get; } = new();

    /// <summary>The size at which a file is split, in bytes, 1 to 80,000,000; 79,000,000 unless set. Each part is a call of 10 an hour, and must be sent within <see cref="GainsightClientOptions.AttemptTimeout"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public int PartBytes
    {
        get => _partBytes;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxFileBytes);
            _partBytes = value;
        }
    }

    /// <summary>What stands between values: a comma unless set, or a tab, as the job is configured.</summary>
    /// <exception cref="ArgumentException">The value is neither.</exception>
    public char Separator
    {
        get => _separator;
        init => _separator = value is ',' or '\t' ? value : throw new ArgumentException("Gainsight imports files with commas or tabs.", nameof(Separator));
    }

    /// <summary>How long to wait before a job is asked after, at least a second; 30 seconds unless set. It grows by half with every time, up to 5 minutes.</summary>
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

    /// <summary>How long to wait for the end of a part's job; 2 hours unless set.</summary>
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

    /// <summary>Told of every part as soon as it is decided.</summary>
    public IProgress<ImportPart>? Progress { get; init; }
}
