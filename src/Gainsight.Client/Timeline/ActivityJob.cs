namespace Gainsight.Client;

/// <summary>The common part of saves and updates of activities: single calls or background jobs, and answers by id.</summary>
internal abstract partial class ActivityJob(ClientContext context, bool isBulk) : WriteJob<TimelineActivity>
{
    /// <summary>The maximum number of activities in one background job: enough for those of a day, and its body still fits in memory.</summary>
    public const int BulkSize = 10_000;

    private readonly DescribedFormat _format = new(context, TimelineActivityFields.Definition, context.Format);
    private readonly Dictionary<string, (int Number, long Bytes)> _batches = new(StringComparer.Ordinal);

    protected ClientContext Context => context;

    protected bool IsBulk => isBulk;

    public override string ObjectName => TimelineActivityFields.Definition.Name;

    /// <summary>Only twelve bulk calls an hour are allowed, so none is spent on finding bad rows.</summary>
    public override int MaxCalls => isBulk ? 1 : base.MaxCalls;

    /// <summary>The maximum size of a bulk call in bytes. Gainsight says 80 MB, and it is unclear which kind of megabyte.</summary>
    public int MaxBytes { get; init; } = 79_000_000;

    /// <summary>Told the id of a background job when it has started.</summary>
    public Action<string>? JobStarted { get; init; }

    /// <summary>The field by which an update finds its activity, or null for saves.</summary>
    protected abstract Field? Identifier { get; }

    protected abstract Operation Operation { get; }

    protected virtual string? Query => null;

    public override ApiRequest CreateRequest(IReadOnlyList<WriteRow<TimelineActivity>> rows, RequestLane lane, CallCounter calls) => new()
    {
        Operation = Operation,
        Object = ObjectName,
        Query = Query,
        Body = CreateBody(rows),
        Lane = lane,
        RecordCount = rows.Count,
        TellsOfRecords = static data => ActivityAnswer.Read(data).NamesRows,
        Calls = calls,
    };

    public override Task<BufferedAnswer?> FollowAsync(BufferedAnswer accepted, CallCounter calls, CancellationToken cancellationToken) =>
        isBulk ? FollowJobAsync(accepted, calls, cancellationToken) : base.FollowAsync(accepted, calls, cancellationToken);

    public override bool HasItems(WriteRow<TimelineActivity> row, string field) =>
        ActivityBody.TryGetAttendees(row.Body, field, out _) || row.Body.HasItems(field, TimelineActivityFields.Definition);

    public override bool TryGetSent(WriteRow<TimelineActivity> row, string field, out string? text) =>
        ActivityBody.TryGetAttendees(row.Body, field, out text)
        || row.Body.TryGetSentByLookup(field, out text)
        || row.Body.TryGetText(field, _format.Value, out text);

    /// <summary>Reads the types of the fields that are known by name only, if activities have moments or texts of dates in them.</summary>
    protected Task LearnDatesAsync(IReadOnlyList<WriteRow<TimelineActivity>> block, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in block)
        {
            foreach (var each in (row.Followers ?? []).Prepend(row))
            {
                RecordWriter.AddUntypedDates(each.Record, TimelineActivityFields.Definition, isInsert: Identifier is null, names);
            }
        }

        return _format.LearnAsync(names, cancellationToken);
    }

    /// <summary>Assigns a row to a call: with rows of the same lookups and, in a background job, up to the maximum size.</summary>
    protected void Place(WriteRow<TimelineActivity> row, WriteMode mode)
    {
        var shape = ActivityBody.LookupShape(row.Body);
        row.Mode = mode;
        row.CallKey = isBulk ? Batch(row, shape) : shape;
    }

    private string Batch(WriteRow<TimelineActivity> row, string shape)
    {
        var size = 0;
        try
        {
            using var body = CreateBody([row]);
            size = body.Memory.Length;
        }
        catch (Exception exception) when (exception is ArgumentException or GainsightProtocolException)
        {
            Outcomes.Settle([row], RowStatus.Failed, null, Outcomes.Unwritable(exception));
        }

        if (size > MaxBytes)
        {
            Outcomes.Settle([row], RowStatus.Failed, null, new RecordError(
                RecordErrorCodes.InvalidValue, "The activity alone is larger than 80 MB, the limit of a call. Shorten its notes.", TimelineActivityFields.Notes.Name));
            return shape;
        }

        (var number, var bytes) = _batches.GetValueOrDefault(shape);
        _batches[shape] = bytes + size > MaxBytes ? (++number, size) : (number, bytes + size);
        return $"{shape}#{number}";
    }

    private JsonBody CreateBody(IReadOnlyList<WriteRow<TimelineActivity>> rows) => JsonBody.Create(
        (rows, Identifier, Format: _format.Value),
        static (writer, state) => ActivityBody.Write(writer, state.rows, state.Identifier, state.Format));
}
