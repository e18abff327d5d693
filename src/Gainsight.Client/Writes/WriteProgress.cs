namespace Gainsight.Client;

/// <summary>The progress of a write.</summary>
public readonly record struct WriteProgress
{
    /// <summary>The number of rows. For a stream, <see cref="WriteOptions.ExpectedTotal"/>, or null.</summary>
    public long? Total { get; init; }

    /// <summary>The rows whose outcome is known, including failed rows.</summary>
    public long Done { get; init; }

    /// <summary>The rows among them that failed, are unknown, or were not attempted.</summary>
    public long Failed { get; init; }

    /// <summary>The time that the remaining rows take at the pace so far and with the quota left, or null when it is not known yet.</summary>
    public TimeSpan? EstimatedTimeLeft { get; init; }
}
