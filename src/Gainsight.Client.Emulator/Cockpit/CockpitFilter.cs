using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Parses the <c>where</c> of a Cockpit list, with the messages of two independent readings.</summary>
internal static class CockpitFilter
{
    public static Func<EmulatedRow, bool> Parse(RequestContext context, CockpitListView view, JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || RequestJson.Member(body, "where") is not { } where)
        {
            return static _ => true;
        }

        var hasConditions = RequestJson.Member(where, "conditions") is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0;
        var text = CockpitRecordPlanner.Text(where, "expression");
        if (!hasConditions)
        {
            return text is null ? static _ => true : throw CockpitReply.Invalid("Please pass the correct conditions");
        }

        if (text is null)
        {
            throw CockpitReply.Invalid("Please pass the expression for the respective conditions");
        }

        var parser = new CockpitConditionParser(context, view);
        var conditions = new Dictionary<string, Func<EmulatedRow, bool>>(StringComparer.Ordinal);
        foreach (var condition in where.GetProperty("conditions").EnumerateArray())
        {
            (var alias, var matches) = parser.Parse(condition);
            if (!conditions.TryAdd(alias, matches))
            {
                throw CockpitReply.Invalid("Please pass the correct conditions");
            }
        }

        return ExpressionParser.Parse(text, context.Switches).Compile(alias =>
            conditions.GetValueOrDefault(alias) ?? throw CockpitReply.Invalid("Please pass the correct conditions"));
    }
}
