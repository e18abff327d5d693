using System.Collections.Concurrent;

namespace Gainsight.Client;

/// <summary>Saves new activities. The external id, made where there is none, makes it safe to send one again: a second one is refused, and found.</summary>
internal sealed class ActivitySaveJob(ClientContext context, bool isBulk) : ActivityJob(context, isBulk)
{
    /// <summary>Unknown of single saves; other calls of the platform take so many.</summary>
    public const int MaxRecords = 50;

    private readonly KeyFinder _finder = new(context, TimelineActivityFields.Definition, TimelineActivityFields.ExternalId);

    /// <summary>The rows of calls without an answer: what Gainsight then calls a duplicate may be this write's own.</summary>
    private readonly ConcurrentDictionary<WriteRow<TimelineActivity>, bool> _unanswered = new();

    public override int CallSize => IsBulk ? BulkSize : MaxRecords;

    public override int BlockSize => MaxRecords;

    public override IReadOnlyList<Field> Keys { get; } = [TimelineActivityFields.ExternalId];

    protected override Field? Identifier => null;

    protected override Operation Operation => IsBulk ? Operations.TimelineBulkSave : Operations.TimelineSave;

    public override RecordError? Check(TimelineActivity? row) => ActivityCheck.ForSave(row);

    public override string? KeyOf(TimelineActivity row) => string.IsNullOrWhiteSpace(row.ExternalId) ? null : row.ExternalId;

    public override Task ResolveAsync(IReadOnlyList<WriteRow<TimelineActivity>> block, CallCounter calls, CancellationToken cancellationToken)
    {
        foreach (var row in block)
        {
            row.Key ??= Guid.NewGuid().ToString();
            if (row.Followers is { } repeats)
            {
                // Gainsight wants ids unique within a call and ever after, and its answer goes by them.
                Outcomes.Settle(repeats, RowStatus.Failed, null, new RecordError(
                    RecordErrorCodes.AlreadyExists, "An earlier row of the input has the same ExternalId. Give each activity its own.", TimelineActivityFields.ExternalId.Name));
                row.Followers = null;
            }

            Place(row, WriteMode.Insert);
        }

        return Task.CompletedTask;
    }

    public override bool Settle(IReadOnlyList<WriteRow<TimelineActivity>> rows, ApiResponse response, out int? written)
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
                if (response.EarlierAttemptMayHaveBeenProcessed || _unanswered.ContainsKey(row))
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

        // What is called a duplicate is there; of what is not named at all, nothing is known.
        written = present == open ? open : null;
        return open == 0;
    }

    public override bool CanFind(WriteRow<TimelineActivity> row) => row.Key is not null;

    public override async Task<IReadOnlyDictionary<WriteRow<TimelineActivity>, string?>> FindAsync(
        IReadOnlyList<WriteRow<TimelineActivity>> rows, CallCounter calls, CancellationToken cancellationToken)
    {
        List<GainsightRecord> records = [.. rows.Select(row => new TimelineActivity { ExternalId = row.Key })];
        var matches = await _finder.FindAsync(records, [TimelineActivityFields.ActivityId], calls, cancellationToken).ConfigureAwait(false);
        var found = new Dictionary<WriteRow<TimelineActivity>, string?>();
        for (var i = 0; i < rows.Count; i++)
        {
            _unanswered[rows[i]] = true;
            if (matches[i] is [var only, ..])
            {
                // The id is unique; should the tenant not keep to that, any of them is the caller's.
                found[rows[i]] = only.Gsid;
                rows[i].Record.ActivityId = only.Values.Get(TimelineActivityFields.ActivityId) ?? rows[i].Record.ActivityId;
            }
        }

        return found;
    }

    /// <summary>Lets the caller know the id that was made, of a row whose answer was lost above all: sent again with it, it is not there twice.</summary>
    public override void Finished(WriteRow<TimelineActivity> row)
    {
        _unanswered.TryRemove(row, out _);
        if (row.Key is not null && row.Outcome!.Status is RowStatus.Inserted or RowStatus.Unknown && string.IsNullOrWhiteSpace(row.Record.ExternalId))
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
        "An activity with this ExternalId exists already, or once did. Use UpdateAsync to change it, or give the new activity an id of its own.",
        TimelineActivityFields.ExternalId.Name);
}
