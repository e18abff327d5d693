using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>The body of a query, checked.</summary>
internal sealed record QueryRequest(
    IReadOnlyList<(string Key, FieldPath Path)> Select,
    QueryFilter Filter,
    IReadOnlyList<(FieldPath Path, bool Descending)> Order,
    int Limit,
    int Offset)
{
    public static QueryRequest Parse(RequestContext context, EmulatedObject source, JsonElement body)
    {
        if (QueryJson.Member(body, "select") is not { ValueKind: JsonValueKind.Array } select || select.GetArrayLength() == 0)
        {
            throw RefusedException.BadRequest("The query selects nothing.");
        }

        int most = context.Limits.RowsPerQuery;
        int limit = QueryJson.Int32(body, "limit", most);
        int offset = QueryJson.Int32(body, "offset", 0);
        if (limit < 1 || offset < 0 || (limit > most && context.Switches.OverLimit == OverLimitForm.Refused))
        {
            throw RefusedException.BadRequest($"The limit must be from 1 to {most}, the offset from 0.");
        }

        return new QueryRequest(
            [.. select.EnumerateArray().Select(name => Selected(context, source, name))],
            QueryJson.Member(body, "where") is { } where ? QueryFilter.Parse(context, source, where) : QueryFilter.All,
            QueryJson.Member(body, "orderBy") is { } order ? [.. ParseOrder(context, source, order)] : [],
            Math.Min(limit, most),
            offset);
    }

    private static (string Key, FieldPath Path) Selected(RequestContext context, EmulatedObject source, JsonElement name)
    {
        string text = name.ValueKind == JsonValueKind.String ? name.GetString()! : throw RefusedException.UnknownField(name.GetRawText());
        return (text, FieldPath.Parse(context.Tenant, source, text));
    }

    private static IEnumerable<(FieldPath Path, bool Descending)> ParseOrder(RequestContext context, EmulatedObject source, JsonElement order)
    {
        if (order.ValueKind != JsonValueKind.Object)
        {
            throw RefusedException.BadRequest("The orderBy must be an object.");
        }

        foreach (JsonProperty entry in order.EnumerateObject())
        {
            FieldPath path = FieldPath.Parse(context.Tenant, source, entry.Name);
            string? direction = entry.Value.ValueKind == JsonValueKind.String ? entry.Value.GetString() : null;
            if (direction is not ("asc" or "desc") || path.Leaf.DataType is EmulatedDataType.MultiSelect or EmulatedDataType.Json)
            {
                throw RefusedException.BadRequest($"The query cannot be ordered by {entry.Name} in that way.");
            }

            yield return (path, direction == "desc");
        }
    }
}
