namespace Gainsight.Client;

/// <summary>Updates activities, one per call or many in a background job.</summary>
internal sealed class ActivityUpdateJob : ActivityJob
{
    private readonly IdentifierKeys _keys;

    /// <summary>Creates the job.</summary>
    /// <param name="context">The client.</param>
    /// <param name="keys">The field by which activities are found.</param>
    /// <param name="isBulk">Whether to use background jobs.</param>
    /// <exception cref="ArgumentException">Gainsight does not find activities by this field.</exception>
    public ActivityUpdateJob(ClientContext context, IdentifierKeys keys, bool isBulk)
        : base(context, isBulk)
    {
        Field[] known = [TimelineActivityFields.ExternalId, TimelineActivityFields.ActivityId, SystemFields.Gsid];
        var identifier = keys.Count == 1 ? Array.Find(known, field => field.IsNamed(keys[0].Name)) : null;
        _keys = identifier ?? throw new ArgumentException(
            $"Activities are updated only by ExternalId, ActivityId or Gsid, not by {keys}.", nameof(keys));
    }

    public override int CallSize => IsBulk ? BulkSize : 1;

    public override int BlockSize => IsBulk ? 500 : 50;

    public override IReadOnlyList<Field> Keys => _keys;

    protected override Field Identifier => _keys[0];

    protected override Operation Operation => IsBulk ? Operation.TimelineBulkUpdate : Operation.TimelineUpdate;

    /// <summary>In lower case, as in Gainsight's own sample.</summary>
    protected override string Query => IsNamed(TimelineActivityFields.ExternalId) ? "identifier=externalid" : IsNamed(SystemFields.Gsid) ? "identifier=gsid" : "identifier=activityid";

    public override RecordError? Check(TimelineActivity? row) =>
        row is null ? new(RecordErrorCodes.NullRow, "The row is null.")
        : KeyOf(row) is null ? new(RecordErrorCodes.MissingKey, $"The row has no value in the identifier key {Identifier}.", Identifier.Name)
        : ActivityCheck.Attendees(row);

    public override string? KeyOf(TimelineActivity row) => _keys.ValuesOf(row, Context.Format);

    public override async Task ResolveAsync(IReadOnlyList<WriteRow<TimelineActivity>> block, CallCounter calls, CancellationToken cancellationToken)
    {
        await LearnDatesAsync(block, cancellationToken).ConfigureAwait(false);
        foreach (var row in block)
        {
            if (row.Followers is { } later)
            {
                row.Body = RecordMerger.ForUpdate(later.Select(follower => follower.Record).Prepend(row.Record), _keys);
            }

            row.Gsid = row.Record.Gsid;
            if (ActivityBody.HasChanges(row.Body, Identifier))
            {
                Place(row, WriteMode.UpdateByKeys);
            }
            else
            {
                Outcomes.Settle([row], RowStatus.Unchanged, null);
            }
        }
    }

    public override bool Settle(IReadOnlyList<WriteRow<TimelineActivity>> rows, BufferedAnswer response, out int? written)
    {
        var answer = ActivityAnswer.Read(response.Data);
        var mayHaveFailed = answer.FailureCount > 0 || response.Errors.Count > 0;
        written = null;
        foreach (var row in rows)
        {
            // Only for saves is it known by which id an answer names an activity.
            string?[] ids = [row.Key, row.Record.ExternalId, row.Record.ActivityId, row.Gsid];
            if (answer.ErrorsOf(rows.Count == 1, ids) is { } errors)
            {
                Outcomes.Settle([row], RowStatus.Failed, response.RequestId, errors);
            }
            else if (!IsBulk && mayHaveFailed)
            {
                Outcomes.Settle([row], RowStatus.Failed, response.RequestId, response.Errors.Count > 0 ? response.Errors : [new(RecordErrorCodes.CallRefused, "Gainsight counts the activity as failed and gives no reason.")]);
            }
            else if (!IsBulk
                || (answer is { FailureCount: 0 } && JobState.IsCompleted(answer.Status))
                || Array.Exists(ids, id => answer.SucceededAs(rows.Count == 1, id, out _)))
            {
                Outcomes.Settle([row], row.Success, response.RequestId);
            }
        }

        return rows.All(row => row.Outcome is not null);
    }

    public override bool CanFind(WriteRow<TimelineActivity> row) => true;

    public override async Task<IReadOnlyDictionary<WriteRow<TimelineActivity>, FoundRow>> FindAsync(
        IReadOnlyList<WriteRow<TimelineActivity>> rows, CallCounter calls, CancellationToken cancellationToken)
    {
        var finder = new KeyFinder(Context, TimelineActivityFields.Definition, _keys);
        var matches = await finder.FindAsync(
            [.. rows.Select(row => row.Body)], ActivityComparison.Fields, calls, cancellationToken).ConfigureAwait(false);
        var comparison = new ActivityComparison(Context, isInsert: false);
        var found = new Dictionary<WriteRow<TimelineActivity>, FoundRow>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (matches[i] is [var only])
            {
                // A change that cannot be compared may not have been made.
                var holds = ActivityComparison.Covers(rows[i].Body, Identifier)
                    && await comparison.HoldsAsync(rows[i].Body, only, cancellationToken).ConfigureAwait(false);
                found[rows[i]] = new(only.Gsid, holds);
            }
        }

        return found;
    }

    private bool IsNamed(Field field) => Identifier.IsNamed(field.Name);
}
