namespace Gainsight.Client;

/// <summary>Saves new activities. An activity without an external id gets one. The id makes it safe to send an activity again: Gainsight refuses the second, and a read finds the first.</summary>
internal sealed class ActivitySaveJob(ClientContext context, bool isBulk) : ActivityJob(context, isBulk)
{
    /// <summary>The true limit of single saves is unknown. 50 is the limit of other calls of the platform.</summary>
    public const int MaxRecords = 50;

    private readonly KeyFinder _finder = new(context, TimelineActivityFields.Definition, TimelineActivityFields.ExternalId);

    public override int CallSize => IsBulk ? BulkSize : MaxRecords;

    public override int BlockSize => MaxRecords;

    public override IReadOnlyList<Field> Keys { get; } = [TimelineActivityFields.ExternalId];

    protected override Field? Identifier => null;

    protected override Operation Operation => IsBulk ? Operation.TimelineBulkSave : Operation.TimelineSave;

    public override RecordError? Check(TimelineActivity? row) => ActivityCheck.ForSave(row);

    public override string? KeyOf(TimelineActivity row) => string.IsNullOrWhiteSpace(row.ExternalId) ? null : row.ExternalId;

    public override async Task ResolveAsync(IReadOnlyList<WriteRow<TimelineActivity>> block, CallCounter calls, CancellationToken cancellationToken)
    {
        await LearnDatesAsync(block, cancellationToken).ConfigureAwait(false);
        foreach (var row in block)
        {
            row.Key ??= Guid.NewGuid().ToString();
            if (row.Followers is { } repeats)
            {
                // Gainsight requires unique ids, within a call and in the tenant, and its answer refers to them.
                Outcomes.Settle(repeats, RowStatus.Failed, null, new RecordError(
                    RecordErrorCodes.AlreadyExists, "An earlier row of the input has the same ExternalId. Give each activity its own id.", TimelineActivityFields.ExternalId.Name));
                row.Followers = null;
            }

            Place(row, WriteMode.Insert);
        }
    }

    public override bool Settle(IReadOnlyList<WriteRow<TimelineActivity>> rows, BufferedAnswer response, out int? written)
    {
        var answer = ActivityAnswer.Read(response.Data);
        int open = 0, present = 0;
        foreach (var row in rows)
        {
            if (answer.SucceededAs(rows.Count == 1, row.Key!, out var activityId))
            {
                Succeed(row, activityId, response.RequestId);
            }
            else if (answer.ErrorsOf(rows.Count == 1, row.Key!) is not { } errors)
            {
                open++;
            }
            else if (errors.Any(error => error.Code == ErrorCodes.DuplicateActivity))
            {
                if (response.EarlierAttemptMayHaveBeenProcessed || row.IsUnanswered)
                {
                    open++;
                    present++;
                }
                else
                {
                    Outcomes.Settle([row], RowStatus.Failed, response.RequestId, [AlreadyExists(), .. errors]);
                }
            }
            else
            {
                Outcomes.Settle([row], RowStatus.Failed, response.RequestId, errors);
            }
        }

        // A reported duplicate exists. Nothing is known about rows that the answer does not name.
        written = present == open ? open : null;
        return open == 0;
    }

    /// <summary>The id that an earlier run made for a row is not known, so only the caller's id finds what that run sent.</summary>
    public override bool CanFind(WriteRow<TimelineActivity> row) => row.Key is not null && !(row.IsInDoubt && string.IsNullOrWhiteSpace(row.Record.ExternalId));

    public override async Task<IReadOnlyDictionary<WriteRow<TimelineActivity>, FoundRow>> FindAsync(
        IReadOnlyList<WriteRow<TimelineActivity>> rows, CallCounter calls, CancellationToken cancellationToken)
    {
        List<GainsightRecord> records = [.. rows.Select(row => new TimelineActivity { ExternalId = row.Key })];
        var matches = await _finder.FindAsync(records, ActivityComparison.Fields, calls, cancellationToken).ConfigureAwait(false);
        var comparison = new ActivityComparison(Context, isInsert: true);
        var found = new Dictionary<WriteRow<TimelineActivity>, FoundRow>();
        for (var i = 0; i < rows.Count; i++)
        {
            rows[i].IsUnanswered = true;
            if (matches[i] is [var only, ..])
            {
                // A generated id is ours. With an id of the caller's, another writer may have saved another activity.
                var holds = string.IsNullOrWhiteSpace(rows[i].Record.ExternalId)
                    || await comparison.HoldsAsync(rows[i].Record, only, cancellationToken).ConfigureAwait(false);
                found[rows[i]] = new(only.Gsid, holds);
                if (holds)
                {
                    rows[i].Record.ActivityId = only.Values.Get(TimelineActivityFields.ActivityId) ?? rows[i].Record.ActivityId;
                }
            }
        }

        return found;
    }

    /// <summary>Sets the generated id on the record. With it, the caller can safely send a row again whose answer was lost.</summary>
    public override void Finished(WriteRow<TimelineActivity> row)
    {
        if (row is { Key: not null, IsInDoubt: false } && row.Outcome!.Status is RowStatus.Inserted or RowStatus.Unknown && string.IsNullOrWhiteSpace(row.Record.ExternalId))
        {
            row.Record.ExternalId = row.Key;
        }
    }

    private static void Succeed(WriteRow<TimelineActivity> row, string? activityId, string? requestId)
    {
        if (activityId is not null)
        {
            row.Record.ActivityId = activityId;
        }

        Outcomes.Settle([row], RowStatus.Inserted, requestId);
    }

    private static RecordError AlreadyExists() => new(
        RecordErrorCodes.AlreadyExists,
        "An activity with this ExternalId exists or was deleted. Use UpdateAsync to change it, or give the new activity another id.",
        TimelineActivityFields.ExternalId.Name);
}
