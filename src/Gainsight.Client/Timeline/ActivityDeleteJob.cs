using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Deletes activities by their Timeline ids.</summary>
internal sealed class ActivityDeleteJob(ActivityDeleteFormat format) : WriteJob<string>
{
    /// <summary>The true limit is unknown. 50 is the limit of other calls of the platform.</summary>
    private const int MaxIds = 50;

    public override int CallSize => MaxIds;

    public override string ObjectName => TimelineActivityFields.Definition.Name;

    public override IReadOnlyList<Field> Keys { get; } = [TimelineActivityFields.ActivityId];

    /// <summary>True, because an id has nothing to check or compare.</summary>
    public override bool CanCheckFirst => true;

    public override RecordError? Check(string? row) =>
        string.IsNullOrWhiteSpace(row) ? new(RecordErrorCodes.MissingKey, "The activity id is empty.", TimelineActivityFields.ActivityId.Name) : null;

    public override string? KeyOf(string row) => row;

    public override Task ResolveAsync(IReadOnlyList<WriteRow<string>> block, CallCounter calls, CancellationToken cancellationToken)
    {
        foreach (var row in block)
        {
            row.Mode = WriteMode.Delete;
        }

        return Task.CompletedTask;
    }

    public override ApiRequest CreateRequest(IReadOnlyList<WriteRow<string>> rows, RequestLane lane, CallCounter calls) => new()
    {
        Operation = Operation.TimelineDelete,
        Object = ObjectName,
        Body = JsonBody.Create((rows, format), static (writer, state) => WriteBody(writer, state.rows, state.format)),
        Lane = lane,
        RecordCount = rows.Count,
        TellsOfRecords = static data => ActivityAnswer.Read(data).NamesRows,
        Calls = calls,
    };

    public override bool Settle(IReadOnlyList<WriteRow<string>> rows, BufferedAnswer response, out int? written)
    {
        var answer = ActivityAnswer.Read(response.Data);
        written = null;
        var isOnly = rows.Count == 1;

        // Rows that the answer does not name count as deleted only if nothing contradicts it. Otherwise they are sent again.
        var impliesOthers = response.IsSuccess && answer.Covers(rows.Count);
        foreach (var row in rows)
        {
            var errors = answer.ErrorsOf(isOnly, row.Record);
            if (errors is null && isOnly && answer.FailureCount > 0)
            {
                errors = [new(null, "Gainsight did not delete the activity and gave no reason.")];
            }

            // An earlier attempt whose answer was lost may have deleted the activity.
            var isGone = (response.EarlierAttemptMayHaveBeenProcessed || row.MayBeWritten)
                && errors?.All(error => error.Code == ErrorCodes.ActivityNotFound) == true;
            if (errors is not null && !isGone)
            {
                Outcomes.Settle([row], RowStatus.Failed, response.RequestId, errors);
            }
            else if (isGone || impliesOthers || answer.SucceededAs(isOnly, row.Record, out _))
            {
                Outcomes.Settle([row], RowStatus.Deleted, response.RequestId);
            }
        }

        return rows.All(row => row.Outcome is not null);
    }

    private static void WriteBody(Utf8JsonWriter writer, IReadOnlyList<WriteRow<string>> rows, ActivityDeleteFormat format)
    {
        var isArray = format == ActivityDeleteFormat.Array;
        var areRecords = format == ActivityDeleteFormat.Records;
        if (isArray)
        {
            writer.WriteStartArray();
        }
        else
        {
            writer.WriteStartObject();
            writer.WriteStartArray(areRecords ? "records"u8 : "activityIds"u8);
        }

        foreach (var row in rows)
        {
            if (areRecords)
            {
                writer.WriteStartObject();
                writer.WriteString("activityId"u8, row.Record);
                writer.WriteEndObject();
            }
            else
            {
                writer.WriteStringValue(row.Record);
            }
        }

        writer.WriteEndArray();
        if (!isArray)
        {
            writer.WriteEndObject();
        }
    }
}
