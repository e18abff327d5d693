namespace Gainsight.Client;

/// <summary>How far the changes of an object have been read. Keep it as text (<see cref="ToString"/>, <see cref="Parse"/>); a later read goes on there.</summary>
/// <remarks>
/// It names the tenant's host and the object, and is refused by others. It holds times and GSIDs, no other values. Deletions can be
/// read for 15 days, so a checkpoint must be used, and the one that comes of it kept, within that time.
/// </remarks>
public sealed partial record ChangeCheckpoint
{
    private ChangeCheckpoint()
    {
    }

    /// <summary>Everything: all rows as they are, and from then on what changes. Deletions from before that read are not reported.</summary>
    public static ChangeCheckpoint Beginning { get; } = new() { Undated = string.Empty };

    /// <summary>The host that the checkpoint belongs to; null when it fits any.</summary>
    internal string? Host { get; init; }

    /// <summary>The object that the checkpoint belongs to; null when it fits any.</summary>
    internal string? ObjectName { get; init; }

    /// <summary>How far rows have been read by the date of their last change.</summary>
    internal ModifiedDatePosition Rows { get; init; }

    /// <summary>The GSID up to which rows without such a date have been read: empty before the first, null when that is done.</summary>
    internal string? Undated { get; init; }

    /// <summary>How far the log of deleted records has been read; without a second, it is to be read from now on.</summary>
    internal ModifiedDatePosition Deletes { get; init; }

    /// <summary>The same of the log of high-volume objects.</summary>
    internal ModifiedDatePosition HighVolumeDeletes { get; init; }

    /// <summary>The second up to which all deletions have been read, or null when none is to be read yet.</summary>
    internal long? DeletesKnownUntil =>
        Deletes.Second < HighVolumeDeletes.Second ? Deletes.Second : HighVolumeDeletes.Second;

    /// <summary>What changed at a time or later, to the second, rows without a date of change left out.</summary>
    /// <param name="time">
    /// A time of Gainsight's clock, at most 15 days ago, because deletions are kept no longer. To go on from a copy that was made by other means, take a
    /// time before it was begun.
    /// </param>
    /// <returns>A checkpoint that fits any object of any tenant.</returns>
    public static ChangeCheckpoint Since(DateTimeOffset time)
    {
        var position = ModifiedDatePosition.Of(time);
        return new() { Rows = position, Deletes = position, HighVolumeDeletes = position };
    }

    /// <summary>The checkpoint as text, in a form of this library's own.</summary>
    /// <returns>Text without line breaks or quotes, mostly below 200 characters.</returns>
    public override string ToString() => Write();

    /// <summary>Ties the checkpoint to a tenant and an object, and begins with the deletions where it has none.</summary>
    internal ChangeCheckpoint For(string host, string objectName, long now) => this with
    {
        Host = host,
        ObjectName = objectName,
        Deletes = Deletes.Second is null ? new(now) : Deletes,
        HighVolumeDeletes = HighVolumeDeletes.Second is null ? new(now) : HighVolumeDeletes,
    };

    /// <summary>Why the checkpoint cannot be used there, or null.</summary>
    internal string? Problem(string host, string objectName)
    {
        if (Host is not null && !string.Equals(Host, host, StringComparison.OrdinalIgnoreCase))
        {
            return $"The checkpoint is of the tenant {Host}, and the client of {host}. Keep checkpoints by tenant.";
        }

        return ObjectName is not null && !string.Equals(ObjectName, objectName, StringComparison.OrdinalIgnoreCase)
            ? $"The checkpoint is of the object {ObjectName}, and the query of {objectName}. Keep checkpoints by object."
            : null;
    }
}
