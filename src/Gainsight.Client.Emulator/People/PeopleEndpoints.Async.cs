using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <content>The asynchronous upsert. The wrapper of its list, and the path of its status, are inferred.</content>
internal static partial class PeopleEndpoints
{
    private static EmulatorResponse Submit(RequestContext context)
    {
        using var body = context.Json();
        var people = ListOf(body.RootElement);
        JsonElement? lookups = body.RootElement.ValueKind == JsonValueKind.Object
            && body.RootElement.TryGetProperty("lookups", out var block)
            && block.ValueKind != JsonValueKind.Null ? block.Clone() : null;
        var count = people.GetArrayLength();
        context.RecordCount = count;
        if (count == 0 || count > context.Limits.RecordsPerWrite)
        {
            throw RefusedException.BadRequest($"The number of people must be from 1 to {context.Limits.RecordsPerWrite}.");
        }

        var tenant = context.Tenant;
        var switches = context.Switches;
        var kept = people.Clone();
        var now = tenant.Now;
        var due = now + context.Limits.PeopleJobTime;
        var job = new PersonJob(tenant.Gsids.Next("1A01"), now, due, context.JobFault);
        PersonJobs.Of(tenant).Add(job);
        tenant.Scheduled.Add(due, () => job.Run(tenant, switches, kept, lookups));
        context.Committed = true;
        return Reply.Success(context, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("statusId", job.StatusId);
            writer.WriteEndObject();
        });
    }

    private static EmulatorResponse Status(RequestContext context)
    {
        var job = PersonJobs.Of(context.Tenant).Find(context.RouteValues["statusId"]) ?? throw NotFound();
        return Reply.Success(context, writer => job.WriteJson(writer, context.Tenant.Now, context.Switches.FirstRowNumber));
    }

    private static JsonElement ListOf(JsonElement body)
    {
        if (body.ValueKind == JsonValueKind.Array)
        {
            return body;
        }

        return body.ValueKind == JsonValueKind.Object
            && (body.TryGetProperty("records", out var people) || body.TryGetProperty("people", out people))
            && people.ValueKind == JsonValueKind.Array
                ? people
                : throw RefusedException.BadRequest("The request has no list of people.");
    }
}
