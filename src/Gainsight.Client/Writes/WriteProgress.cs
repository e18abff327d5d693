namespace Gainsight.Client;

/// <summary>How far a write has come.</summary>
public readonly record struct WriteProgress
{
    /// <summary>The rows given, or null while a stream is still being read.</summary>
    public long? Total { get; init; }

    /// <summary>The rows whose outcome is known, failed ones included.</summary>
    public long Done { get; init; }

    /// <summary>Of these, the rows that failed, are unknown, or were not attempted.</summary>
    public long Failed { get; init; }

    /// <summary>How long the rest will take at the pace so far and with the quota left, or null when that cannot be told yet.</summary>
    public TimeSpan? EstimatedTimeLeft { get; init; }
}
