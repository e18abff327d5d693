using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>The Timeline API ("Timeline APIs", partly quoted). The query API reads activities.</summary>
internal static partial class TimelineEndpoints
{
    private static readonly QuotaWindow[] SaveWindows =
        [new("timeline/minute", TimeSpan.FromMinutes(1), limits => limits.TimelineSavesPerMinute), QuotaWindow.SynchronousDay];

    private static readonly QuotaWindow[] BulkWindows =
        [new("timeline/bulk", TimeSpan.FromHours(1), limits => limits.TimelineBulkCallsPerHour)];

    public static IReadOnlyList<Route> Routes { get; } =
    [
        Timeline(new(EmulatorOperations.TimelineSave, "POST", "/v1/ant/es/activity", Save) { Windows = SaveWindows }),
        Timeline(new(EmulatorOperations.TimelineUpdate, "PUT", "/v1/ant/es/activity", Update)),
        Timeline(new(EmulatorOperations.TimelineDelete, "DELETE", "/v1/ant/es/activity", Delete)),
        Timeline(new(EmulatorOperations.TimelineDeleted, "POST", "/v1/ant/es/activity/deleted", Deleted)),
        Timeline(new(EmulatorOperations.TimelineBulkSave, "POST", "/v1/ant/es/activity/bulk", BulkSave) { Windows = BulkWindows }),
        Timeline(new(EmulatorOperations.TimelineBulkUpdate, "PUT", "/v1/ant/es/activity/bulk", BulkUpdate) { Windows = BulkWindows }),
        Timeline(new(EmulatorOperations.TimelineJobStatus, "GET", "/v1/ant/es/job/status/{job}", JobStatus)),
    ];

    private static Route Timeline(Route route) => route with { Refuse = TimelineReply.Refuse };

    private static EmulatorResponse Save(RequestContext context) => Write(context, identifier: null, most: null);

    /// <summary>A single update takes one activity (third party).</summary>
    private static EmulatorResponse Update(RequestContext context) => Write(context, Identifier(context), most: 1);

    private static EmulatorResponse Write(RequestContext context, EmulatedField? identifier, int? most)
    {
        using var body = context.Json();
        (var writer, var request) = Prepare(context, body.RootElement, identifier, most);
        foreach (var record in request.Records)
        {
            writer.Write(record);
        }

        return TimelineReply.Outcome(context, writer.Outcome);
    }

    private static (ActivityWriter Writer, WriteRequest Request) Prepare(RequestContext context, JsonElement body, EmulatedField? identifier, int? most)
    {
        var fields = new TimelineFields(context.Tenant);
        var request = WriteRequest.Parse(context, fields.Object, body, most);
        var key = identifier ?? fields.ExternalId;
        var refused = identifier is not null || context.Switches.ActivityWithoutExternalId == UnkeyedActivityForm.CallRefused;
        if (refused && request.Records.Any(record => !HasText(record, key.Name)))
        {
            throw new RefusedException(TimelineErrorCodes.Missing, $"Each record must have its {key.Name}.");
        }

        return (new ActivityWriter(context, request.Lookups, identifier), request);
    }

    private static bool HasText(JsonElement record, string name) => record.EnumerateObject().Any(property =>
        string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase)
        && property.Value.ValueKind == JsonValueKind.String
        && property.Value.GetString()!.Length > 0);

    /// <summary>The parameter is required. The official sample is in lower case, but any case is accepted.</summary>
    private static EmulatedField Identifier(RequestContext context)
    {
        var name = context.Request.Query("identifier");
        string[] known = ["ExternalId", "ActivityId", FieldNames.Gsid];
        return Array.Find(known, each => string.Equals(each, name, StringComparison.OrdinalIgnoreCase)) is { } found
            ? new TimelineFields(context.Tenant).Field(found)
            : throw RefusedException.BadRequest("The identifier must be externalid, activityid or gsid.");
    }
}
