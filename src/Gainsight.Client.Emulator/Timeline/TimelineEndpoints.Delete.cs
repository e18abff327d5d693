using System.Globalization;
using System.Text.Json;

namespace Gainsight.Client.Emulator;

internal static partial class TimelineEndpoints
{
    /// <summary>The body is not documented, so the three likely shapes are accepted.</summary>
    private static EmulatorResponse Delete(RequestContext context)
    {
        using var body = context.Json();
        List<string> ids = [.. Ids(body.RootElement)];
        var most = context.Limits.RecordsPerWrite;
        context.RecordCount = ids.Count;
        if (ids.Count == 0 || ids.Count > most)
        {
            throw RefusedException.BadRequest($"The number of activities must be from 1 to {most}.");
        }

        var fields = new TimelineFields(context.Tenant);
        var outcome = new TimelineOutcome();
        foreach (var id in ids)
        {
            if (fields.Object.Find(fields.ActivityId, id).FirstOrDefault() is { } row)
            {
                _ = fields.Object.Remove(row.Gsid);
                RemoveOwned(context.Tenant, id);
                outcome.Succeed(id, row, fields.ActivityId);
            }
            else
            {
                outcome.Fail(id, (TimelineErrorCodes.NotFound, "Activity not found"));
            }
        }

        return TimelineReply.Outcome(context, outcome);
    }

    private static IEnumerable<string> Ids(JsonElement json)
    {
        var list = json;
        if (json.ValueKind == JsonValueKind.Object && !json.TryGetProperty("records", out list) && !json.TryGetProperty("activityIds", out list))
        {
            throw RefusedException.BadRequest("The request names no activities.");
        }

        return list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(Id)
            : throw RefusedException.BadRequest("The activities must be a list.");
    }

    private static string Id(JsonElement item)
    {
        var id = item.ValueKind == JsonValueKind.Object && item.TryGetProperty("activityId", out var member) ? member : item;
        return id.ValueKind == JsonValueKind.String && id.GetString()!.Length > 0
            ? id.GetString()!
            : throw RefusedException.BadRequest("Each activity must have an activityId.");
    }

    /// <summary>The body holds a time range. Its member names are not documented, so any two date-times are accepted, in either order.</summary>
    private static EmulatorResponse Deleted(RequestContext context)
    {
        using var body = context.Json();
        List<DateTimeOffset> moments = [.. Moments(body.RootElement).Order()];
        if (moments.Count != 2)
        {
            throw RefusedException.BadRequest("The request must hold the start and the end of a time range, in ISO 8601.");
        }

        var fields = new TimelineFields(context.Tenant);
        var oldest = context.Tenant.Now - DeletedRecordLog.Retention;
        var found = fields.Object.Deleted!
            .FindAll(deleted => deleted.At >= oldest && deleted.At >= moments[0] && deleted.At <= moments[1]);
        context.RecordCount = found.Count;
        return TimelineReply.Success(context, data => WriteDeleted(data, context.Switches, fields, found));
    }

    /// <summary>Attendees and comments are deleted with their activity.</summary>
    private static void RemoveOwned(TenantData tenant, string activityId)
    {
        foreach (var name in (string[])[ObjectNames.ActivityAttendee, ObjectNames.ActivityComment])
        {
            var owned = tenant.Find(name)!;
            foreach (var row in owned.Find(owned.FindField("ActivityId")!, activityId).ToList())
            {
                _ = owned.Store.Remove(row.Gsid);
            }
        }
    }

    private static IEnumerable<DateTimeOffset> Moments(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Moments(member.Value)),
        JsonValueKind.String when WireDates.TryParseDateTime(json.GetString()!, TimeSpan.Zero, out var moment) => [moment],
        _ => [],
    };

    private static void WriteDeleted(Utf8JsonWriter data, EmulatorSwitches switches, TimelineFields fields, List<(EmulatedRow Row, DateTimeOffset At)> found)
    {
        var bare = switches.QueryData == QueryDataForm.BareArray;
        if (!bare)
        {
            data.WriteStartObject();
            data.WritePropertyName("records");
        }

        data.WriteStartArray();
        foreach ((var row, var at) in found)
        {
            data.WriteStartObject();
            data.WriteString("activityId", (string?)row[fields.ActivityId]);
            data.WriteString("Gsid", row.Gsid);
            data.WriteString("ExternalId", (string?)row[fields.ExternalId]);
            data.WriteString("DeletedOn", at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            data.WriteEndObject();
        }

        data.WriteEndArray();
        if (!bare)
        {
            data.WriteEndObject();
        }
    }
}
