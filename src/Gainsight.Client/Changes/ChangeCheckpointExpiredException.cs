namespace Gainsight.Client;

/// <summary>A checkpoint is older than the 15 days for which Gainsight keeps deletions, so some deletions can no longer be read.</summary>
/// <remarks>Read again from <see cref="ChangeCheckpoint.Beginning"/>. After it has caught up, remove the rows that this read did not deliver.</remarks>
public sealed class ChangeCheckpointExpiredException : GainsightException
{
    /// <summary>Creates the exception.</summary>
    public ChangeCheckpointExpiredException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">What happened and what to do next.</param>
    public ChangeCheckpointExpiredException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="innerException">The cause.</param>
    public ChangeCheckpointExpiredException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The time up to which deletions were read, in UTC.</summary>
    public DateTimeOffset LostFrom { get; init; }

    /// <summary>The time since which Gainsight still has deletions, in UTC.</summary>
    public DateTimeOffset LostUntil { get; init; }

    internal static ChangeCheckpointExpiredException Create(string objectName, DateTimeOffset from, DateTimeOffset until) =>
        new($"The checkpoint of {objectName} is older than the {DeleteLog.Kept.Days} days for which Gainsight keeps deletions. Deletions from {from:u} to {until:u} can no longer be read. " +
            $"Read again from {nameof(ChangeCheckpoint)}.{nameof(ChangeCheckpoint.Beginning)}, and remove the rows that this read does not deliver.")
        {
            LostFrom = from,
            LostUntil = until,
        };
}
