using System.Text.Json.Nodes;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>A condition of a filter.</summary>
/// <param name="Field">The field.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Values">The values: texts and numbers.</param>
internal sealed record Condition(string Field, string Operator, params JsonNode?[] Values)
{
    /// <summary>The member that names the field: <c>name</c> in queries, <c>fieldName</c> in the lists of Cockpit.</summary>
    public string NameMember { get; init; } = "name";

    /// <summary>Writes conditions, named A, B and so on.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <param name="expression">How they are combined. Default: all of them.</param>
    /// <returns>The filter.</returns>
    public static JsonObject Where(IReadOnlyList<Condition> conditions, string? expression = null)
    {
        var aliases = Enumerable.Range('A', conditions.Count).Select(letter => ((char)letter).ToString()).ToArray();
        return new JsonObject
        {
            ["conditions"] = new JsonArray([.. conditions.Zip(aliases, (condition, alias) => condition.ToJson(alias))]),
            ["expression"] = expression ?? string.Join(" AND ", aliases),
        };
    }

    private JsonObject ToJson(string alias) => new()
    {
        [NameMember] = Field,
        ["alias"] = alias,
        ["value"] = new JsonArray([.. Values.Select(value => value?.DeepClone())]),
        ["operator"] = Operator,
    };
}
