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
            return goal?.Get(Field.Custom<JsonElement>("association")) is { ValueKind: JsonValueKind.Object } links ? IdsOf(links) : null;
        }
        catch (GainsightException)
        {
            return null;
        }
    }

    /// <summary>The ids of all kinds of links, or null when one has no id that can be read.</summary>
    private static HashSet<string>? IdsOf(JsonElement links)
    {
        HashSet<string> ids = new(StringComparer.OrdinalIgnoreCase);
        foreach (var kind in links.EnumerateObject())
        {
            if (kind.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            if (kind.Value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object))
            {
                return null;
            }

            foreach (var link in LenientJson.Items(kind.Value))
            {
                if ((LenientJson.IdOf(link) ?? LenientJson.FindText(link, "gsid", "id")) is not { Length: > 0 } id)
                {
                    return null;
                }

                ids.Add(id);
            }
        }

        return ids;
    }
}
