namespace Gainsight.Client;

/// <summary>Reads and writes CTAs, tasks, success plans or goals: what the four areas have in common.</summary>
/// <remarks>
/// <para>
/// Gainsight accepts one record per call here. The client makes the calls, as many at once as <see cref="WriteOptions.MaxConcurrency"/> and the
/// quota allow, and reports on each record in the order of the input. There are no upserts and no deletes. <see cref="WriteOptions.Preflight"/> and
/// <see cref="WriteOptions.SkipUnchanged"/> are not supported: a write with one of these options throws <see cref="ArgumentException"/>.
/// </para>
/// <para>
/// A record's reference id only names the record in the answer. It cannot be looked up, and no source says that a repeated id is refused. A missing id
/// is generated; the caller's record stays unchanged. If two records of an insert have the same id, the later one fails; for streams, the last
/// 10,000 to 20,000 ids are remembered. To look up a new record after a lost answer, use a custom field that holds an id of your own,
/// <see cref="WriteOptions.VerifyBy"/>.
/// </para>
/// <para>Thread-safe. Records are not: do not change a record while it is being written.</para>
/// </remarks>
/// <typeparam name="T">The record type.</typeparam>
public abstract partial class CockpitClient<T> : RecordInsertClient<T>
    where T : GainsightRecord, new()
{
    private readonly Operation? _list;
    private ConfigurationStore? _configuration;

    private protected CockpitClient(ClientContext context, ObjectDefinition definition, Operation list)
        : base(context, definition) => _list = list;

    /// <summary>For mocks: override the members that the code under test calls.</summary>
    protected CockpitClient()
    {
    }

    /// <summary>The labels that this client has loaded.</summary>
    private protected ConfigurationStore Configuration =>
        Volatile.Read(ref _configuration) ?? Interlocked.CompareExchange(ref _configuration, new ConfigurationStore(Context), null) ?? _configuration;

    /// <summary>Starts a query with the list call, which knows literals, linked records and deleted records, and compares by whole days.</summary>
    /// <remarks>To read many rows, <see cref="RecordQueryClient{T}.Query"/> needs fewer calls: one per 5,000 rows instead of 1,000.</remarks>
    /// <returns>A query of all rows.</returns>
    public virtual ListQuery<T> List() => ListBy(_list ?? throw ClientContext.Missing());

    private protected ListQuery<T> ListBy(Operation operation, string? id = null) =>
        new(Context, new QueryPlan { Definition = Definition }, new ListReader<T>.Call { Operation = operation, Id = id });

    /// <summary>Creates the write of the area's records. Only a mock does not override it.</summary>
    private protected virtual CockpitWriteJob<T> CreateJob(bool isInsert, IdentifierKeys? verifyBy) => throw ClientContext.Missing();

    private protected override WriteJob<T> InsertJob(WriteOptions options) => CreateJob(isInsert: true, options.VerifyBy);

    /// <summary>Closes one record by an update of its status.</summary>
    private protected Task<RowOutcome<T>> CloseAsync(Field<string> statusField, string gsid, string status, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(gsid);
        ArgumentException.ThrowIfNullOrWhiteSpace(status);
        var record = new T { Gsid = gsid };
        record.Set(statusField, status);
        return UpdateAsync(record, cancellationToken);
    }

    private CockpitWriteJob<T> UpdateJob() => CreateJob(isInsert: false, verifyBy: null);
}
