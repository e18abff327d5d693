namespace Gainsight.Client;

/// <summary>Reads, writes and deletes the rows of one object, 50 a call. What every object has in common stands here; areas add what is theirs.</summary>
/// <typeparam name="T">The record type.</typeparam>
public abstract partial class RecordClient<T> : RecordWriteClient<T>
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

    private protected override RecordWriteJob<T> Job(RecordWriteKind kind, IdentifierKeys? keys, WriteOptions options, bool isPreview = false) =>
        new(Context, WritableDefinition, kind, keys, options, isPreview) { UsesRecordApi = true };
}
