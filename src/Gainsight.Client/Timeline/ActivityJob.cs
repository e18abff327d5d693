namespace Gainsight.Client;

/// <summary>What saves and updates of activities have in common: single calls or background jobs, and answers by id.</summary>
internal abstract partial class ActivityJob(ClientContext context, bool isBulk) : WriteJob<TimelineActivity>
{
    /// <summary>The most activities of one background job: enough for a day's, few enough to hold its body.</summary>
    public const int BulkSize = 10_000;

    private readonly Dictionary<string, (int Number, long Bytes)> _batches = new(StringComparer.Ordinal);

    protected ClientContext Context => context;

    protected bool IsBulk => isBulk;

    public override string ObjectName => TimelineActivityFields.Definition.Name;

    /// <summary>Twelve calls an hour are not to be spent on finding bad rows.</summary>
    public override int MaxCalls => isBulk ? 1 : base.MaxCalls;

    /// <summary>The bytes that a bulk call may carry: Gainsight says 80 MB, and not of which kind.</summary>
    public int MaxBytes { get; init; } = 79_000_000;

    /// <summary>What an update finds its activity by, or null for saves.</summary>
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

    public override Task<ApiResponse?> FollowAsync(ApiResponse accepted, CallCounter calls, CancellationToken cancellationToken) =>
        isBulk ? FollowJobAsync(accepted, calls, cancellationToken) : base.FollowAsync(accepted, calls, cancellationToken);

    public override bool TryGetSent(WriteRow<TimelineActivity> row, string field, out string? text) =>
        ActivityBody.TryGetAttendees(row.Body, field, out text)
        || row.Body.TryGetSentByLookup(field, out text)
        || row.Body.TryGetText(field, context.Format, out text);

    /// <summary>Gives a row its place: with others of the same lookups, and for a background job no more than its call may carry.</summary>
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
                RecordErrorCodes.InvalidValue, "The activity alone is larger than the 80 MB that Gainsight takes in a call. Shorten its notes.", TimelineActivityFields.Notes.Name));
            return shape;
        }

        (var number, var bytes) = _batches.GetValueOrDefault(shape);
        _batches[shape] = bytes + size > MaxBytes ? (++number, size) : (number, bytes + size);
        return $"{shape}#{number}";
    }

    private JsonBody CreateBody(IReadOnlyList<WriteRow<TimelineActivity>> rows) => JsonBody.Create(
        (rows, Identifier, context.Format),
        static (writer, state) => ActivityBody.Write(writer, state.rows, state.Identifier, state.Format));
}
