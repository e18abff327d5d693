using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>The parsed and checked body of a query.</summary>
internal sealed record QueryRequest(
    IReadOnlyList<(string Key, FieldPath Path)> Select,
    QueryFilter Filter,
    IReadOnlyList<(FieldPath Path, bool Descending)> Order,
    int Limit,
    int Offset)
{
    public static QueryRequest Parse(RequestContext context, EmulatedObject source, JsonElement body, QueryRules rules)
    {
        if (RequestJson.Member(body, "select") is not { ValueKind: JsonValueKind.Array } select || select.GetArrayLength() == 0)
        {
            throw RefusedException.BadRequest("The query must select at least one field.");
        }

        var most = rules.MaxRows;
        var limit = RequestJson.Int32(body, "limit", most);
        var skipped = RequestJson.Int32(body, rules.ByPage ? "page" : "offset", 0);
        var tooMany = limit > most && (rules.RefusesMore || context.Switches.OverLimit == OverLimitForm.Refused);
        if (limit < 1 || skipped < 0 || tooMany)
        {
            throw RefusedException.BadRequest($"The limit must be from 1 to {most}, and the offset or page must be 0 or more.");
        }

        limit = Math.Min(limit, most);
        var (offset, size) = (rules.Pages, context.Switches.IgnoresLimit) switch
        {
            (false, true) => (skipped, most),
            (false, _) => (skipped, limit),
            _ when rules.ByPage => Paging.ByNumber(context, skipped, limit, most),
            _ => Paging.ByOffset(context, skipped, limit, most),
        };
        return new QueryRequest(
            [.. select.EnumerateArray().Select(name => Selected(context, source, name))],
            RequestJson.Member(body, "where") is { } where ? QueryFilter.Parse(context, source, where, rules) : QueryFilter.All,
            OrderOf(context, source, body),
            size,
            offset);
    }

    /// <summary>The order is checked even if it is then ignored.</summary>
    private static List<(FieldPath Path, bool Descending)> OrderOf(RequestContext context, EmulatedObject source, JsonElement body)
    {
        List<(FieldPath Path, bool Descending)> order =
            RequestJson.Member(body, "orderBy") is { } sent ? [.. ParseOrder(context, source, sent)] : [];
        return context.Switches.IgnoresOrderBy ? [] : order;
    }

    private static (string Key, FieldPath Path) Selected(RequestContext context, EmulatedObject source, JsonElement name)
    {
        var text = name.ValueKind == JsonValueKind.String ? name.GetString()! : throw RefusedException.UnknownField(name.GetRawText());
        return (text, FieldPath.Parse(context.Tenant, source, text));
    }

    private static IEnumerable<(FieldPath Path, bool Descending)> ParseOrder(RequestContext context, EmulatedObject source, JsonElement order)
    {
        if (order.ValueKind != JsonValueKind.Object)
        {
            throw RefusedException.BadRequest("The orderBy must be an object.");
        }

        foreach (var entry in order.EnumerateObject())
        {
            var path = FieldPath.Parse(context.Tenant, source, entry.Name);
            var direction = entry.Value.ValueKind == JsonValueKind.String ? entry.Value.GetString() : null;
            if (direction is not ("asc" or "desc") || path.Leaf.DataType is EmulatedDataType.MultiSelect or EmulatedDataType.Json)
            {
                throw RefusedException.BadRequest($"The query cannot be ordered by {entry.Name} in that way.");
            }

            yield return (path, direction == "desc");
        }
    }
}
