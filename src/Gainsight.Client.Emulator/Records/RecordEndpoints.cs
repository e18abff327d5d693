using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Insert, update, delete and get of the generic record API.</summary>
internal static partial class RecordEndpoints
{
    public static IReadOnlyList<Route> Routes { get; } =
    [
        new(EmulatorOperations.Insert, "POST", "/v1/data/objects/{object}", context => Insert(context, WritableObject(context))),
        new(EmulatorOperations.Update, "PUT", "/v1/data/objects/{object}", context => Update(context, WritableObject(context))),
        new(EmulatorOperations.Delete, "DELETE", "/v1/data/objects/{object}/{gsid}", Delete),
        new(EmulatorOperations.Get, "GET", "/v1/data/objects/{object}/{gsid}", Get),
    ];

    /// <summary>Inserts records of an object that accepts writes.</summary>
    public static EmulatorResponse Insert(RequestContext context, EmulatedObject target, int? most = null)
    {
        using var body = context.Json();
        var request = WriteRequest.Parse(context, target, body.RootElement, most);
        var validator = new RecordValidator(target, context.Switches, []);
        List<PlannedRecord> records = [.. request.Records.Select(record => validator.Plan(record, request.Lookups, insert: true))];
        if (MustRefuse(context, records))
        {
            return RecordErrors.Refuse(context, records);
        }

        var written = new List<(PlannedRecord Plan, EmulatedRow Row)>();
        foreach (var record in records.Where(record => record.Errors.Count == 0))
        {
            written.Add((record, target.Add(record.Values)));
        }

        return Written(context, written, records, echo: context.Switches.WriteEcho == WriteEcho.Fields);
    }

    private static EmulatorResponse Delete(RequestContext context)
    {
        var target = WritableObject(context);
        var gsid = context.RouteValues["gsid"];
        if (string.IsNullOrWhiteSpace(gsid))
        {
            throw new RefusedException(ErrorCodes.InvalidGsid, "GSID is invalid or missing.");
        }

        if (!target.Remove(gsid))
        {
            throw NoMatch();
        }

        context.Committed = true;
        var data = context.Switches.DeleteData;
        return Reply.Success(context, data is null ? null : writer => writer.WriteStringValue(data));
    }

    private static EmulatorResponse Get(RequestContext context)
    {
        var source = context.Object();
        source.Refresh?.Invoke();
        var row = source.Store.Find(context.RouteValues["gsid"]) ?? throw NoMatch();
        context.RecordCount = 1;
        return Reply.Success(context, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("records");
            writer.WriteStartObject();
            foreach (var field in source.Fields)
            {
                ValueWriter.Write(writer, field.Name, field, row[field], context.Switches);
            }

            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static EmulatedObject WritableObject(RequestContext context)
    {
        var target = context.Object();
        return target.TakesRecordWrites ? target : throw new RefusedException(ErrorCodes.InvalidPath, "The object does not accept writes.");
    }

    private static RefusedException NoMatch() => new(ErrorCodes.NoMatch, ErrorCodes.NoMatchText);

    /// <summary>Whether the errors fail the whole call. They always do if every record is invalid.</summary>
    private static bool MustRefuse(RequestContext context, List<PlannedRecord> records)
    {
        var failed = records.Count(record => record.Errors.Count > 0);
        return failed > 0 && (failed == records.Count || context.Switches.InvalidRecords == InvalidRecordForm.WholeCallFails);
    }

    private static EmulatorResponse Written(
        RequestContext context, List<(PlannedRecord Plan, EmulatedRow Row)> written, List<PlannedRecord> records, bool echo)
    {
        context.Committed = written.Count > 0;
        var failed = records.Exists(record => record.Errors.Count > 0);
        if (failed && context.Switches.InvalidRecords == InvalidRecordForm.OthersWrittenCallFails)
        {
            return RecordErrors.Refuse(context, records);
        }

        return Reply.Success(context, writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("count", written.Count);
            writer.WritePropertyName("errors");
            if (failed)
            {
                RecordErrors.WriteAll(writer, context.Switches, records);
            }
            else
            {
                writer.WriteNullValue();
            }

            writer.WriteStartArray("records");
            foreach ((var plan, var row) in WrittenRecords.Arrange(context, written))
            {
                WriteRecord(writer, plan, row, echo, context.Switches);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static void WriteRecord(Utf8JsonWriter writer, PlannedRecord plan, EmulatedRow row, bool echo, EmulatorSwitches switches)
    {
        writer.WriteStartObject();
        if (echo)
        {
            var fields = plan.Keys.Select(key => key.Field).Concat(plan.Values.Keys);
            foreach (var field in fields.Where(field => field.Name != FieldNames.Gsid))
            {
                ValueWriter.Write(writer, field.Name, field, row[field], switches);
            }
        }

        writer.WriteString(FieldNames.Gsid, row.Gsid);
        writer.WriteEndObject();
    }
}
