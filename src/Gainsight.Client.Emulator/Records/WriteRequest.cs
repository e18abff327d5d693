using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>The body of an insert or update: <c>{"records":[…],"lookups":{…}}</c>.</summary>
internal sealed record WriteRequest(IReadOnlyList<JsonElement> Records, IReadOnlyList<Lookup> Lookups)
{
    public static WriteRequest Parse(RequestContext context, EmulatedObject target, JsonElement body, int? most = null) =>
        new(ParseRecords(context, body, most), ParseLookups(context, target, body));

    public static IReadOnlyList<JsonElement> ParseRecords(RequestContext context, JsonElement body, int? most = null)
    {
        if (body.ValueKind != JsonValueKind.Object
            || !body.TryGetProperty("records", out var records)
            || records.ValueKind != JsonValueKind.Array)
        {
            throw RefusedException.BadRequest("The request has no list of records.");
        }

        var count = records.GetArrayLength();
        context.RecordCount = count;
        var limit = most ?? context.Limits.RecordsPerWrite;
        if (count == 0 || count > limit)
        {
            throw RefusedException.BadRequest($"The number of records must be from 1 to {limit}.");
        }

        if (records.EnumerateArray().Any(record => record.ValueKind != JsonValueKind.Object))
        {
            throw RefusedException.BadRequest("Each record must be an object.");
        }

        return [.. records.EnumerateArray()];
    }

    public static IReadOnlyList<Lookup> ParseLookups(RequestContext context, EmulatedObject target, JsonElement body) =>
        body.TryGetProperty("lookups", out var block) && block.ValueKind != JsonValueKind.Null
            ? Lookup.ParseAll(context.Tenant, target, block)
            : [];
}
