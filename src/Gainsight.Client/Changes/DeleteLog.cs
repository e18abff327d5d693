using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>One of the two logs of deleted records: its fields, and its rows in the order of their dates. A tenant may not have it.</summary>
/// <remarks>
/// The rows of all objects are read and filtered here. No source says whether the tenant's filter ignores the case of an object's name, and samples
/// spell names differently.
/// </remarks>
internal sealed class DeleteLog
{
    /// <summary>How long a row can be read (official, documentation of the logs).</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(15);

    private static readonly Field<string> RecordId = new("RecordId", DataType.Gsid);
    private static readonly Field<DateTimeOffset> DeletedOn = new("DeletedOn", DataType.DateTime);
    private static readonly Field<string> ObjectName = new("ObjectName", DataType.String);

    private DeleteLog(string name) => Definition = new ObjectDefinition(name, [RecordId, DeletedOn, ObjectName])
    {
        DefaultSelect = [RecordId, DeletedOn, ObjectName],
        PagingKey = RecordId,
        ModifiedDate = DeletedOn,
    };

    /// <summary>The fields by which the logs are read.</summary>
    public static FeedFields Fields { get; } = new(DeletedOn, PagingKey.Of(RecordId));

    /// <summary>The log of ordinary objects.</summary>
    public static DeleteLog Standard { get; } = new("record_delete_log");

    /// <summary>The log of high-volume objects, which many tenants do not have.</summary>
    public static DeleteLog HighVolume { get; } = new("record_delete_log_high_volume");

    public ObjectDefinition Definition { get; }

    /// <summary>Whether the failure says that the tenant has no such object.</summary>
    public static bool IsMissing(GainsightException exception) =>
        exception is GainsightNotFoundException { IsFromGainsight: true } or GainsightApiException { ErrorCode: ErrorCodes.InvalidPath };

    /// <summary>Reads the deletions from a position up to a second, or to the end. Returns none when the tenant has no such log.</summary>
    public async IAsyncEnumerable<ModifiedDateRow<DeletedRecord>> ReadAsync(
        ClientContext context, ModifiedDatePosition from, long? until, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var plan = new QueryPlan { Definition = Definition };
        var reader = new ModifiedDateReader<ObjectRecord>(context, plan, Fields, options);
        var rows = reader.ReadAsync(from, until, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var disposal = rows.ConfigureAwait(false);
        while (await MoveAsync(context, reader, rows).ConfigureAwait(false))
        {
            (var row, var at, var next) = rows.Current;
            if (row.Get(RecordId) is not { } gsid)
            {
                // It does not say which row was deleted. One such row must not stop every feed.
                Log.DeletionWithoutId(context.Logger, Definition.Name, row.Get(ObjectName) ?? string.Empty, at);
                continue;
            }

            var deleted = new DeletedRecord { Gsid = gsid, ObjectName = row.Get(ObjectName) ?? string.Empty, DeletedOn = at };
            yield return new(deleted, at, next);
        }
    }

    private async ValueTask<bool> MoveAsync(
        ClientContext context, ModifiedDateReader<ObjectRecord> reader, IAsyncEnumerator<ModifiedDateRow<ObjectRecord>> rows)
    {
        try
        {
            return await rows.MoveNextAsync().ConfigureAwait(false);
        }
        catch (GainsightException exception) when (!reader.HasRead && IsMissing(exception))
        {
            // Only the first page can say so. After a page the log is known to exist, and stopping here would lose the later deletions.
            if (this == Standard)
            {
                Log.DeleteLogMissing(context.Logger, Definition.Name);
            }

            return false;
        }
    }
}
