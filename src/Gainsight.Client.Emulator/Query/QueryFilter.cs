using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>The <c>where</c> of a query: the test of a row, and the id from which on rows can match.</summary>
internal sealed record QueryFilter(Func<EmulatedRow, bool> Matches, string? FirstId, IReadOnlyList<string>? Ids)
{
    public static QueryFilter All { get; } = new(static _ => true, null, null);

    public static QueryFilter Parse(RequestContext context, EmulatedObject source, JsonElement where)
    {
        if (QueryJson.Member(where, "conditions") is not { ValueKind: JsonValueKind.Array } list)
        {
            throw RefusedException.BadRequest("The query has no conditions.");
        }

        var conditions = new Dictionary<string, Condition>(StringComparer.Ordinal);
        foreach (JsonElement json in list.EnumerateArray())
        {
            Condition condition = Condition.Parse(context, source, json);
            if (!conditions.TryAdd(condition.Alias, condition))
            {
                throw RefusedException.BadRequest("An alias is used twice.");
            }
        }

        Expression expression = ExpressionParser.Parse(QueryJson.Text(where, "expression"), context.Switches);
        Condition Named(string alias) => conditions.GetValueOrDefault(alias)
            ?? throw RefusedException.BadRequest("The expression names an unknown alias.");
        Func<EmulatedRow, bool> matches = expression.Compile(alias => ConditionCompiler.Compile(Named(alias), context.Switches));

        List<Condition> onId = [.. expression.Mandatory().Select(Named).Where(condition => condition.Path.IsRowId)];
        bool inWorks = context.Switches.In == OperatorSupport.Honoured;
        bool greaterWorks = context.Switches.GsidGreaterThan == OperatorSupport.Honoured;
        Condition? exact = onId.Find(condition => condition.Operator == "EQ" || (condition.Operator == "IN" && inWorks));
        Condition? from = onId.Find(condition => condition.Operator == "GTE" || (condition.Operator == "GT" && greaterWorks));
        return new QueryFilter(matches, (string?)from?.Values[0], exact is null ? null : [.. exact.Values.Cast<string>()]);
    }
}
