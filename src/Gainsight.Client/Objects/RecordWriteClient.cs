namespace Gainsight.Client;

/// <summary>Reads the rows of one object, writes them by identifier keys, and says beforehand what a write would do.</summary>
/// <remarks>
/// <para>
/// Gainsight validates all rows of a call before it writes any. The client makes the calls, finds the rows at fault when a call is refused,
/// writes the others, and reports on every row in the order of the input.
/// </para>
/// <para>Thread-safe. The records themselves are not: do not change a record while it is being written.</para>
/// </remarks>
/// <typeparam name="T">The record type.</typeparam>
public abstract partial class RecordWriteClient<T> : RecordInsertClient<T>
    where T : GainsightRecord, new()
{
    private protected RecordWriteClient(ClientContext context, ObjectDefinition definition)
        : base(context, definition)
    {
    }

    /// <summary>For mocks: override what the code under test calls.</summary>
    protected RecordWriteClient()
    {
    }

    private protected override WriteJob<T> InsertJob(WriteOptions options) => Job(RecordWriteKind.Insert, options.VerifyBy, options);

    /// <summary>How rows are written; by the API of objects, unless the area has one of its own.</summary>
    private protected virtual RecordWriteJob<T> Job(RecordWriteKind kind, IdentifierKeys? keys, WriteOptions options, bool isPreview = false) =>
        new(Context, Definition, kind, keys, options, isPreview);
}
