using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>
/// The parsed <c>where</c> of a query: a test of a row, and what can narrow the search, if anything: a condition on exact values of a key
/// field, or the first id that can match.
/// </summary>
internal sealed record QueryFilter(Func<EmulatedRow, bool> Matches, Condition? Exact, string? FirstId)
{
    public static QueryFilter All { get; } = new(static _ => true, null, null);

    public static QueryFilter Parse(RequestContext context, EmulatedObject source, JsonElement where, QueryRules rules)
    {
        if (RequestJson.Member(where, "conditions") is not { ValueKind: JsonValueKind.Array } list)
        {
            throw RefusedException.BadRequest("The query has no conditions.");
        }

        if (!rules.NeedsExpression && RequestJson.Member(where, "expression") is null)
        {
            return AllOf(context, [.. list.EnumerateArray().Select(json => Condition.Parse(context, source, json, needsAlias: false))]);
        }

        var conditions = new Dictionary<string, Condition>(StringComparer.Ordinal);
        foreach (var json in list.EnumerateArray())
        {
            var condition = Condition.Parse(context, source, json);
            if (!conditions.TryAdd(condition.Alias, condition))
            {
                throw RefusedException.BadRequest("An alias is used twice.");
            }
        }

        var expression = ExpressionParser.Parse(RequestJson.Text(where, "expression"), context.Switches);
        Condition Named(string alias) => conditions.GetValueOrDefault(alias)
            ?? throw RefusedException.BadRequest("The expression names an unknown alias.");
        var matches = expression.Compile(alias => ConditionCompiler.Compile(Named(alias), context.Switches));

        var inWorks = context.Switches.In == OperatorSupport.Honoured;
        var greaterWorks = context.Switches.GsidGreaterThan == OperatorSupport.Honoured;
        List<Condition> mandatory = [.. expression.Mandatory().Select(Named)];
        var exact = mandatory.Find(condition => condition.Path.IsIndexable
            && (condition.Operator == "EQ" || (condition.Operator == "IN" && inWorks)));
        var from = mandatory.Find(condition => condition.Path.IsRowId
            && (condition.Operator == "GTE" || (condition.Operator == "GT" && greaterWorks)));
        return new QueryFilter(matches, exact, (string?)from?.Values[0]);
    }

    private static QueryFilter AllOf(RequestContext context, List<Condition> conditions)
    {
        var tests = conditions.ConvertAll(condition => ConditionCompiler.Compile(condition, context.Switches));
        return new QueryFilter(row => tests.TrueForAll(test => test(row)), null, null);
    }
}
