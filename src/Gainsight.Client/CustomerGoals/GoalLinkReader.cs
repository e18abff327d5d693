using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads the links of a goal, which a tenant may return in its list.</summary>
internal static class GoalLinkReader
{
    /// <summary>The GSIDs of the linked CTAs and plans, or null when the list does not say.</summary>
    public static async Task<HashSet<string>?> ReadAsync(ClientContext context, string gsid, CancellationToken cancellationToken)
    {
        try
        {
            var list = new ListQuery<CustomerGoal>(
                context, new QueryPlan { Definition = CustomerGoalFields.Definition }, new ListReader<CustomerGoal>.Call { Operation = Operation.CustomerGoalsList });
            var goal = await list.Where(SystemFields.Gsid.EqualTo(gsid)).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            return goal?.Get(Field.Custom<JsonElement>("association")) is { ValueKind: JsonValueKind.Object } links
                ? [.. links.EnumerateObject().SelectMany(kind => LenientJson.ListOf(kind.Value, LenientJson.IdOf)).OfType<string>()]
                : null;
        }
        catch (GainsightException)
        {
            return null;
        }
    }
}
