namespace Gainsight.Client;

/// <summary>How to import a file.</summary>
public sealed class ImportOptions : BulkJobOptions
{
    /// <summary>The largest file that Gainsight is known to accept: 80 MB (a third party's script).</summary>
    public const int MaxFileBytes = 80_000_000;

    private readonly int _partBytes = MaxFileBytes - 1_000_000;
    private readonly char _separator = ',';

    internal static ImportOptions Default { get; } = new();

    /// <summary>The largest size of a part, in bytes, from 1 to 80,000,000. Default: 79,000,000. Each part costs one of 10 calls per hour, and must be sent within <see cref="GainsightClientOptions.AttemptTimeout"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public int PartBytes
    {
        get => _partBytes;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(PartBytes));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxFileBytes, nameof(PartBytes));
            _partBytes = value;
        }
    }

    /// <summary>The separator of values, as configured in the job: a comma or a tab. Default: a comma.</summary>
    /// <exception cref="ArgumentException">The value is neither a comma nor a tab.</exception>
    public char Separator
    {
        get => _separator;
        init => _separator = value is ',' or '\t' ? value : throw new ArgumentException("The separator must be a comma or a tab.", nameof(Separator));
    }

    /// <summary>Receives the status id of each part as soon as Gainsight has accepted it: keep it, and <see cref="BulkClient.FollowImportAsync(string, CancellationToken)"/> asks for the result after a restart. If it throws, the import stops.</summary>
    public Action<string>? JobStarted { get; init; }

    /// <summary>Receives each part as soon as its result is known.</summary>
    public IProgress<ImportPart>? Progress { get; init; }
}
