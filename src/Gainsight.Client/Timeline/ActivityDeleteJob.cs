using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Deletes activities by their ids in Timeline.</summary>
internal sealed class ActivityDeleteJob(ActivityDeleteFormat format) : WriteJob<string>
{
    /// <summary>Unknown; other calls of the platform take so many.</summary>
    private const int MaxIds = 50;

    public override int ChunkSize => MaxIds;

    public override string ObjectName => TimelineActivityFields.Definition.Name;

    public override IReadOnlyList<Field> Keys { get; } = [TimelineActivityFields.ActivityId];

    /// <summary>An id has nothing to check or to compare.</summary>
    public override bool CanCheckFirst => true;

    public override RecordError? Check(string? row) =>
        string.IsNullOrWhiteSpace(row) ? new(RecordErrorCodes.MissingKey, "The activity id is empty.", TimelineActivityFields.ActivityId.Name) : null;

    public override string? KeyOf(string row) => row;

    public override Task ResolveAsync(IReadOnlyList<WriteRow<string>> block, CallCounter calls, CancellationToken cancellationToken)
    {
        foreach (WriteRow<string> row in block)
        {
            row.Group = new(WriteMode.Delete, string.Empty);
        }

        return Task.CompletedTask;
    }

    public override ApiRequest CreateRequest(ChunkGroup group, IReadOnlyList<WriteRow<string>> rows, RequestLane lane, CallCounter calls) => new()
    {
        Operation = Operations.TimelineDelete,
        Object = ObjectName,
        Body = JsonBody.Create((rows, format), static (writer, state) => WriteBody(writer, state.rows, state.format)),
        Lane = lane,
        RecordCount = rows.Count,
        TellsOfRecords = static data => ActivityAnswer.Read(data).NamesRows,
        Calls = calls,
    };

    public override bool Settle(ChunkGroup group, IReadOnlyList<WriteRow<string>> rows, ApiResponse response, out int? written)
    {
        ActivityAnswer answer = ActivityAnswer.Read(response.Data);
        written = null;
        foreach (WriteRow<string> row in rows)
        {
            IReadOnlyList<RecordError> errors = answer.ErrorsOf(rows.Count == 1, row.Record) ?? [];
            if (response.EarlierAttemptMayHaveBeenProcessed && errors.All(error => error.Code == ErrorCodes.ActivityNotFound))
            {
                // Gone already may be the work of an attempt whose answer was lost.
                errors = [];
            }

            Outcomes.Settle([row], errors.Count > 0 ? RowStatus.Failed : RowStatus.Deleted, response.RequestId, errors);
        }

        return true;
    }

    private static void WriteBody(Utf8JsonWriter writer, IReadOnlyList<WriteRow<string>> rows, ActivityDeleteFormat format)
    {
        bool isArray = format == ActivityDeleteFormat.Array;
        bool areRecords = format == ActivityDeleteFormat.Records;
        if (isArray)
        {
            writer.WriteStartArray();
        }
        else
        {
            writer.WriteStartObject();
            writer.WriteStartArray(areRecords ? "records"u8 : "activityIds"u8);
        }

        foreach (WriteRow<string> row in rows)
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
