using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>One of the two logs of deleted records: its fields, and its rows in the order of their dates. A tenant need not have it.</summary>
/// <remarks>
/// Rows of all objects are read and compared here, because no source tells whether the tenant's filter minds the case of an object's name,
/// and samples differ in it.
/// </remarks>
internal sealed class DeleteLog
{
    /// <summary>How long a row can be read (official, on the page of the logs).</summary>
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

    /// <summary>The log of ordinary objects.</summary>
    public static DeleteLog Standard { get; } = new("record_delete_log");

    /// <summary>The log of high-volume objects, which many tenants do not have.</summary>
    public static DeleteLog HighVolume { get; } = new("record_delete_log_high_volume");

    public ObjectDefinition Definition { get; }

    /// <summary>Whether the failure says that the tenant has no such object.</summary>
    public static bool IsMissing(GainsightException exception) =>
        exception is GainsightNotFoundException { IsFromGainsight: true } or GainsightApiException { ErrorCode: ErrorCodes.InvalidPath };

    /// <summary>Reads the deletions from a position up to a second, or to the end; none when the tenant has no such log.</summary>
    public async IAsyncEnumerable<ModifiedDateRow<DeletedRecord>> ReadAsync(
        ClientContext context, ModifiedDatePosition from, long? until, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var plan = new QueryPlan { Definition = Definition, Select = Definition.DefaultSelect };
        var chain = new ModifiedDateReader<ObjectRecord>(context, plan, options);
        var rows = chain.ReadAsync(from, until, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var disposal = rows.ConfigureAwait(false);
        while (await MoveAsync(context, chain, rows).ConfigureAwait(false))
        {
            (var row, var at, var next) = rows.Current;
            var gsid = row.Get(RecordId)
                ?? throw new GainsightProtocolException($"A row of {Definition.Name} has no {RecordId}, so that nobody can tell what was deleted.");
            var deleted = new DeletedRecord { Gsid = gsid, ObjectName = row.Get(ObjectName) ?? string.Empty, DeletedOn = at };
            yield return new(deleted, at, next);
        }
    }

    private async ValueTask<bool> MoveAsync(
        ClientContext context, ModifiedDateReader<ObjectRecord> chain, IAsyncEnumerator<ModifiedDateRow<ObjectRecord>> rows)
    {
        try
        {
            return await rows.MoveNextAsync().ConfigureAwait(false);
        }
        catch (GainsightException exception) when (!chain.HasRead && IsMissing(exception))
        {
            // Only the first page can say so: a log of which a page came is there, and to end it here would lose the deletions behind for good.
            if (this == Standard)
            {
                Log.DeleteLogMissing(context.Logger, Definition.Name);
            }

            return false;
        }
    }
}
