namespace Gainsight.Client;

/// <summary>Reads and writes CTAs, tasks, success plans or goals. What the four have in common stands here; areas add what is theirs.</summary>
/// <remarks>
/// <para>
/// Gainsight takes one record a call here. The client makes the calls, as many at once as <see cref="WriteOptions.MaxConcurrency"/> and the
/// quota allow, and reports on every record in the order of the input. There are no upserts and no deletes, and neither
/// <see cref="WriteOptions.Preflight"/> nor <see cref="WriteOptions.SkipUnchanged"/>: with one of these set a write throws <see cref="ArgumentException"/>.
/// </para>
/// <para>
/// A record's reference id only names it in the answer: it cannot be looked up, and nothing says that a repeated one is refused. One is made
/// where it is absent; the caller's record stays as it is. One that stands twice in the input of an insert fails the later record; of a stream the last
/// 10,000 to 20,000 are kept for that. After a lost answer a new record can be looked up by a custom field that holds an id of your own,
/// <see cref="WriteOptions.VerifyBy"/>.
/// </para>
/// <para>Thread-safe. The records themselves are not: do not change a record while it is being written.</para>
/// </remarks>
/// <typeparam name="T">The record type.</typeparam>
public abstract partial class CockpitClient<T> : RecordInsertClient<T>
    where T : GainsightRecord, new()
{
    private readonly CockpitArea? _area;

    private protected CockpitClient(ClientContext context, CockpitArea area, ConfigurationStore? configuration)
        : base(context, area.Definition)
    {
        _area = area;
        Configuration = configuration;
    }

    /// <summary>For mocks: override what the code under test calls.</summary>
    protected CockpitClient()
    {
    }

    private protected CockpitArea Area => _area ?? throw ClientContext.Missing();

    private protected ConfigurationStore? Configuration { get; }

    /// <summary>Starts a query through the list call, which knows literals, linked records and deleted records, and compares by whole days.</summary>
    /// <remarks>For reading many rows, <see cref="RecordQueryClient{T}.Query"/> takes fewer calls: 5,000 rows each instead of 1,000.</remarks>
    /// <returns>A query of all rows.</returns>
    public virtual ListQuery<T> List() => ListBy(Area.List);

    private protected ListQuery<T> ListBy(Operation operation, string? id = null) =>
        new(Context, new ListPlan { Definition = Definition, Operation = operation, Id = id });

    private protected virtual CockpitWriteJob<T> CreateJob(bool isInsert, IdentifierKeys? verifyBy) =>
        new(Context, Area, isInsert, Configuration, verifyBy);

    private protected override WriteJob<T> InsertJob(WriteOptions options) => CreateJob(isInsert: true, options.VerifyBy);

    /// <summary>Closes one record, where the area knows how: an update of its status.</summary>
    private protected async Task<RowOutcome<T>> CloseAsync(Field<string> statusField, string gsid, string status, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(gsid);
        ArgumentException.ThrowIfNullOrWhiteSpace(status);
        var record = new T { Gsid = gsid };
        record.Set(statusField, status);
        var report = await UpdateAsync([record], cancellationToken).ConfigureAwait(false);
        return report.Rows[0];
    }

    private CockpitWriteJob<T> UpdateJob() => CreateJob(isInsert: false, verifyBy: null);
}
