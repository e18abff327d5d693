using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>How far the changes of an object have been read. Store it as text (<see cref="ToString"/>, <see cref="Parse"/>); a later read continues there.</summary>
/// <remarks>
/// It names the tenant's host, the object and, in a short form, the filter; other hosts, objects and filters refuse it. It contains times and keys of rows, no other values. Deletions can be
/// read for 15 days, so use a checkpoint and store its successor within that time.
/// </remarks>
public sealed partial record ChangeCheckpoint
{
    private const string Future =
        "The checkpoint is later than the tenant's present time, so the changes until then would be missing. Use a checkpoint that this library returned, or a time in the past.";

    private ChangeCheckpoint()
    {
    }

    /// <summary>Reads everything: all current rows, and then what changes. Deletions before that read are not reported.</summary>
    public static ChangeCheckpoint Beginning { get; } = new() { Undated = string.Empty };

    /// <summary>Reads the current rows that were changed at a time or later, to the second, and then what changes. Deletions before that read are not reported.</summary>
    /// <param name="time">
    /// A time of Gainsight's clock, however long ago. For a reader that has no rows yet and needs only recent ones. To continue from rows that you
    /// already have, use <see cref="Since"/>, which reports their deletions.
    /// </param>
    /// <returns>A checkpoint that fits any object of any tenant. Rows without a date of change are left out.</returns>
    public static ChangeCheckpoint BeginningAt(DateTimeOffset time) => new() { Rows = ModifiedDatePosition.Of(time) };

    /// <summary>The host that the checkpoint belongs to, or null when it fits any host.</summary>
    internal string? Host { get; init; }

    /// <summary>The object that the checkpoint belongs to, or null when it fits any object.</summary>
    internal string? ObjectName { get; init; }

    /// <summary>How far rows have been read by the date of their last change.</summary>
    internal ModifiedDatePosition Rows { get; init; }

    /// <summary>The GSID up to which rows without such a date have been read. Empty before the first row, null when all are read.</summary>
    internal string? Undated { get; init; }

    /// <summary>How far the log of deleted records has been read. Without a second, reading starts at the present time.</summary>
    internal ModifiedDatePosition Deletes { get; init; }

    /// <summary>How far the log of high-volume objects has been read.</summary>
    internal ModifiedDatePosition HighVolumeDeletes { get; init; }

    /// <summary>The filter of the query, shortened (<see cref="FilterOf"/>), or null when the checkpoint fits any filter.</summary>
    internal string? Filter { get; init; }

    /// <summary>The second since which rows are new to the reader: that of the last read that caught up. Null when all rows are.</summary>
    internal long? NewSince { get; init; }

    /// <summary>The second up to which all deletions have been read, or null when no log has been read yet.</summary>
    internal long? DeletesKnownUntil =>
        Deletes.Second < HighVolumeDeletes.Second ? Deletes.Second : HighVolumeDeletes.Second;

    /// <summary>Reads what changed at a time or later, to the second. Rows without a date of change are left out.</summary>
    /// <param name="time">
    /// A time of Gainsight's clock, at most 15 days ago, because deletions are kept no longer. To continue from a copy that was made by other means, use a
    /// time before the copy was started.
    /// </param>
    /// <returns>A checkpoint that fits any object of any tenant.</returns>
    public static ChangeCheckpoint Since(DateTimeOffset time)
    {
        var position = ModifiedDatePosition.Of(time);
        return new() { Rows = position, Deletes = position, HighVolumeDeletes = position };
    }

    /// <summary>Returns the checkpoint as text, in this library's own form.</summary>
    /// <returns>Text without line breaks or quotes, usually below 200 characters.</returns>
    public override string ToString() => Write();

    /// <summary>Binds the checkpoint to a tenant and an object, and starts the logs of deleted records that were not read yet.</summary>
    internal ChangeCheckpoint For(string host, string objectName, long now, string filter = "") => this with
    {
        Host = host,
        ObjectName = objectName,
        Filter = filter,
        NewSince = Host is null && Undated is null && Deletes.Second is not null ? Rows.Second : NewSince,
        Deletes = Deletes.Second is null ? new(now) : Deletes,
        HighVolumeDeletes = HighVolumeDeletes.Second is null ? new(now) : HighVolumeDeletes,
    };

    /// <summary>The exception for a checkpoint that is later than the tenant's present time.</summary>
    internal static ArgumentException InFuture(ChangeCheckpoint since) =>
        new($"{Future} It reads from {DateTimeOffset.FromUnixTimeSeconds(since.Rows.Second ?? since.Deletes.Second ?? 0):u}.", nameof(since));

    /// <summary>Whether a part of the checkpoint is later than a second.</summary>
    internal bool IsAfter(long second) => Rows.Second > second || Deletes.Second > second || HighVolumeDeletes.Second > second;

    /// <summary>The filter, key and date of a query in a short form that shows no values. Empty when the query has none of its own.</summary>
    internal static string FilterOf(QueryPlan plan, ChangeOptions options)
    {
        if (plan.Where is null && options is { Key: null, ModifiedDate: null })
        {
            return string.Empty;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            plan.WriteWhere(writer, WireFormat.Default);
            writer.WriteString("key", options.Key?.Name);
            writer.WriteString("date", options.ModifiedDate?.Name);
            writer.WriteEndObject();
        }

        return Convert.ToHexString(SHA256.HashData(buffer.WrittenSpan).AsSpan(0, 8));
    }

    /// <summary>Returns why the checkpoint does not fit, or null.</summary>
    internal string? Problem(string host, string objectName, string filter = "")
    {
        if (Filter is not null && Filter != filter && string.Equals(ObjectName, objectName, StringComparison.OrdinalIgnoreCase))
        {
            return "The checkpoint belongs to a query with another filter, key or date. Rows that only the new query finds would be missing. Store one checkpoint per query, or start again from ChangeCheckpoint.Beginning.";
        }

        if (Host is not null && !string.Equals(Host, host, StringComparison.OrdinalIgnoreCase))
        {
            return $"The checkpoint belongs to the tenant {Host}, but the client is connected to {host}. Store one checkpoint per tenant.";
        }

        return ObjectName is not null && !string.Equals(ObjectName, objectName, StringComparison.OrdinalIgnoreCase)
            ? $"The checkpoint belongs to the object {ObjectName}, but the query reads {objectName}. Store one checkpoint per object."
            : null;
    }
}
