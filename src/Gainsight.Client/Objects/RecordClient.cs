namespace Gainsight.Client;

/// <summary>Reads, writes and deletes the rows of one object, 50 per call. It has what all objects share. Areas add their own members.</summary>
/// <typeparam name="T">The record type.</typeparam>
public abstract class RecordClient<T> : RecordWriteClient<T>
    where T : GainsightRecord, new()
{
    private protected RecordClient(ClientContext context, ObjectDefinition definition)
        : base(context, definition)
    {
    }

    /// <summary>For mocks: override the members that the code under test calls.</summary>
    protected RecordClient()
    {
    }

    /// <summary>The object to write. If the metadata is known and says that the object is read-only, the write fails here, before any call.</summary>
    private ObjectDefinition WritableDefinition
    {
        get
        {
            Context.KnownMetadata?.EnsureWritable(Definition.Name);
            return Definition;
        }
    }

    /// <summary>Deletes one row.</summary>
    /// <param name="gsid">The row's GSID.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The outcome: deleted, or failed when there is no such row.</returns>
    /// <exception cref="ArgumentException"><paramref name="gsid"/> is empty.</exception>
    /// <exception cref="GainsightException">The call could not be sent.</exception>
    /// <exception cref="WriteCanceledException">The call was cancelled. The exception holds the report.</exception>
    public virtual Task<RowOutcome<string>> DeleteAsync(string gsid, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(gsid);
        return DeleteAsync([gsid], cancellationToken).SingleAsync();
    }

    /// <inheritdoc cref="DeleteAsync(string, CancellationToken)"/>
    /// <param name="gsid">The row's GSID.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<RowOutcome<string>> DeleteAsync(string gsid, WriteOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(gsid);
        return DeleteAsync([gsid], options, cancellationToken).SingleAsync();
    }

    /// <summary>Deletes rows, one per call (a Gainsight limit).</summary>
    /// <param name="gsids">The rows' GSIDs.</param>
    /// <param name="cancellationToken">Cancels the work. Rows in flight are then unknown.</param>
    /// <returns>One outcome per GSID.</returns>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host). No row is deleted.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the report.</exception>
    public virtual Task<WriteReport<string>> DeleteAsync(IEnumerable<string> gsids, CancellationToken cancellationToken = default) =>
        DeleteAsync(gsids, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="DeleteAsync(IEnumerable{string}, CancellationToken)"/>
    /// <param name="gsids">The rows' GSIDs.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Cancels the work. Rows in flight are then unknown.</param>
    public virtual Task<WriteReport<string>> DeleteAsync(
        IEnumerable<string> gsids, WriteOptions options, CancellationToken cancellationToken = default) =>
        WriteEngine.WriteAsync(Context, new DeleteJob(WritableDefinition), gsids, options, cancellationToken);

    private protected override RecordWriteJob<T> Job(RecordWriteKind kind, IdentifierKeys? keys, WriteOptions options, bool isPreview = false) =>
        new(Context, WritableDefinition, kind, keys, options, isPreview) { UsesRecordApi = true };
}
