namespace Gainsight.Client;

/// <summary>Reads and writes the rows of one object. What every object has in common stands here; areas add what is theirs.</summary>
/// <remarks>
/// <para>
/// Gainsight takes 50 rows a call and validates them all before it writes any. The client makes the calls, finds the rows at fault when a
/// call is refused, writes the others, and reports on every row in the order of the input.
/// </para>
/// <para>Thread-safe. The records themselves are not: do not change a record while it is being written.</para>
/// </remarks>
/// <typeparam name="T">The record type.</typeparam>
public abstract partial class RecordClient<T> : RecordQueryClient<T>
    where T : GainsightRecord, new()
{
    private protected RecordClient(ClientContext context, ObjectDefinition definition)
        : base(context, definition)
    {
    }

    /// <summary>For mocks: override what the code under test calls.</summary>
    protected RecordClient()
    {
    }

    /// <summary>The object as it is written: refused here, before any call, where the metadata is known and says that writes cannot succeed.</summary>
    private ObjectDefinition WritableDefinition
    {
        get
        {
            Context.Metadata.EnsureWritable(Definition.Name);
            return Definition;
        }
    }

    private RecordWriteJob<T> Job(RecordWriteKind kind, IdentifierKeys? keys, WriteOptions options) =>
        new(Context, WritableDefinition, kind, keys, options);
}
