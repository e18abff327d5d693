using System.Text.Json.Nodes;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>The body of a query.</summary>
/// <param name="Select">The fields.</param>
internal sealed record Query(params string[] Select)
{
    /// <summary>The conditions.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    /// <summary>How the conditions are combined. Default: all of them.</summary>
    public string? Expression { get; init; }

    /// <summary>Whether the rows come in the order of their GSIDs, and in which direction.</summary>
    public string? GsidOrder { get; init; }

    /// <summary>The largest number of rows.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>The number of rows that are skipped.</summary>
    public int Offset { get; init; }

    /// <summary>Writes the body.</summary>
    /// <returns>The JSON.</returns>
    public string ToJson()
    {
        var body = new JsonObject { ["select"] = new JsonArray([.. Select.Select(name => JsonValue.Create(name))]) };
        if (Conditions.Count > 0)
        {
            body["where"] = Condition.Where(Conditions, Expression);
        }

        if (GsidOrder is not null)
        {
            body["orderBy"] = new JsonObject { ["Gsid"] = GsidOrder };
        }

        body["limit"] = Limit;
        body["offset"] = Offset;
        return body.ToJsonString();
    }
}
