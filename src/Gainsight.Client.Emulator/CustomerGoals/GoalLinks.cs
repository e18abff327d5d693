using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>
/// Links goals to CTAs and success plans. The member <c>association</c> next to the record adds links (official). The member that removes them
/// is not documented, so the emulator accepts each likely name.
/// </summary>
internal static class GoalLinks
{
    private static readonly (string Kind, string ObjectName)[] Kinds = [("CTA", ObjectNames.Cta), ("SP", ObjectNames.SuccessPlan)];

    private static readonly string[] Removals = ["removeAssociation", "removedAssociation", "disassociation", "deleteAssociation"];

    public static void Plan(TenantData tenant, PlannedCockpitRecord plan, JsonElement request)
    {
        foreach ((var kind, var objectName) in Kinds)
        {
            foreach (var gsid in Ids(plan, request, "association", kind))
            {
                if (tenant.Find(objectName)!.Store.Find(gsid) is null)
                {
                    plan.Fail(ErrorCodes.NoMatch, $"{ErrorCodes.NoMatchText} (association.{kind} = {gsid}).");
                }

                plan.AfterWrite.Add(goal => Add(tenant, goal, kind, gsid));
            }

            foreach (var gsid in Removals.SelectMany(key => Ids(plan, request, key, kind)))
            {
                plan.AfterWrite.Add(goal => Remove(tenant, goal, kind, gsid));
            }
        }
    }

    public static void WriteJson(Utf8JsonWriter writer, TenantData tenant, EmulatedRow goal)
    {
        writer.WriteStartObject("association");
        foreach ((var kind, _) in Kinds)
        {
            writer.WriteStartArray(kind);
            foreach (var link in Of(tenant, goal, kind).OrderBy(link => (string)link["LinkedId"]!, StringComparer.Ordinal))
            {
                writer.WriteStringValue((string)link["LinkedId"]!);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static IEnumerable<string> Ids(PlannedCockpitRecord plan, JsonElement request, string key, string kind)
    {
        if (!request.TryGetProperty(key, out var links) || links.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (links.ValueKind == JsonValueKind.Object && !links.TryGetProperty(kind, out _))
        {
            return [];
        }

        if (links.ValueKind != JsonValueKind.Object
            || links.GetProperty(kind) is not { ValueKind: JsonValueKind.Array } ids
            || ids.EnumerateArray().Any(id => id.ValueKind != JsonValueKind.String))
        {
            plan.Fail(ErrorCodes.InvalidField, $"The {key} must hold lists of GSIDs.");
            return [];
        }

        return [.. ids.EnumerateArray().Select(id => id.GetString()!)];
    }

    private static IEnumerable<EmulatedRow> Of(TenantData tenant, EmulatedRow goal, string kind)
    {
        var links = tenant.Find(ObjectNames.CustomerGoalLink)!;
        return links.Store.Matching(links.Field("GoalId"), goal.Gsid).Where(link => kind.Equals(link["Kind"]));
    }

    private static void Add(TenantData tenant, EmulatedRow goal, string kind, string gsid)
    {
        if (!Of(tenant, goal, kind).Any(link => gsid.Equals(link["LinkedId"])))
        {
            _ = tenant.Find(ObjectNames.CustomerGoalLink)!.Insert(("GoalId", goal.Gsid), ("LinkedId", gsid), ("Kind", kind));
        }
    }

    private static void Remove(TenantData tenant, EmulatedRow goal, string kind, string gsid)
    {
        foreach (var link in Of(tenant, goal, kind).Where(link => gsid.Equals(link["LinkedId"])).ToList())
        {
            _ = tenant.Find(ObjectNames.CustomerGoalLink)!.Store.Remove(link.Gsid);
        }
    }
}
