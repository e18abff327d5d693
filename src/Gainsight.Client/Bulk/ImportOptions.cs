namespace Gainsight.Client;

/// <summary>How a file is imported.</summary>
public sealed class ImportOptions : BulkJobOptions
{
    /// <summary>The largest file that Gainsight is known to take, 80 MB (a script of a third party).</summary>
    public const int MaxFileBytes = 80_000_000;

    private readonly int _partBytes = MaxFileBytes - 1_000_000;
    private readonly char _separator = ',';

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

    /// <summary>Told of every part as soon as it is decided.</summary>
    public IProgress<ImportPart>? Progress { get; init; }
}
