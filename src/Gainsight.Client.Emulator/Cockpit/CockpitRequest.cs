using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>The body of a write: <c>{"requests":[{"record":{…}}],"lookups":{…}}</c>.</summary>
/// <param name="Requests">The members of <c>requests</c>. Each has a record.</param>
/// <param name="Lookups">How names become GSIDs. The last two options of each lookup may be missing (quoted sample).</param>
/// <param name="LookupBlock">The lookups as they were sent, for rows of another object inside a record.</param>
internal sealed record CockpitRequest(IReadOnlyList<JsonElement> Requests, IReadOnlyList<Lookup> Lookups, JsonElement? LookupBlock)
{
    public static CockpitRequest Parse(RequestContext context, EmulatedObject target, JsonElement body, int most)
    {
        if (body.ValueKind != JsonValueKind.Object
            || !body.TryGetProperty("requests", out var requests)
            || requests.ValueKind != JsonValueKind.Array)
        {
            throw CockpitReply.Invalid("The request has no list of requests.");
        }

        var count = requests.GetArrayLength();
        context.RecordCount = count;
        if (count == 0 || count > most)
        {
            throw CockpitReply.Invalid($"The number of records must be from 1 to {most}.");
        }

        if (requests.EnumerateArray().Any(request => request.ValueKind != JsonValueKind.Object
            || !request.TryGetProperty("record", out var record)
            || record.ValueKind != JsonValueKind.Object))
        {
            throw CockpitReply.Invalid("Each request must have a record.");
        }

        JsonElement? sent = body.TryGetProperty("lookups", out var block) && block.ValueKind != JsonValueKind.Null ? block : null;
        var lookups = sent is null ? [] : Lookup.ParseAll(context.Tenant, target, block);
        return new CockpitRequest([.. requests.EnumerateArray()], lookups, sent);
    }
}
