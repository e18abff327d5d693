using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Reads the section <c>configuration</c>: the names of types, reasons, statuses, priorities and categories. A category that is named has these names and no others.</summary>
internal static class ConfigurationSeed
{
    public static void Load(TenantData tenant, JsonElement json)
    {
        foreach (var category in SeedJson.Members(json, "configuration"))
        {
            SeedJson.Within(category.Name, () => Load(tenant, category.Name, SeedJson.Items(category.Value, category.Name)));
        }
    }

    private static void Load(TenantData tenant, string category, List<JsonElement> items)
    {
        var rows = tenant.Find(ObjectNames.CockpitConfiguration)!;
        var before = CockpitConfiguration.Items(tenant, category).ToList();
        var first = before.Count == 0 ? 1m : before.Min(row => row["DisplayOrder"] as decimal? ?? 1m);
        foreach (var row in before)
        {
            _ = rows.Store.Remove(row.Gsid);
        }

        foreach (var json in items)
        {
            Add(rows, category, json, before, first++);
        }
    }

    /// <summary>Adds a name. What no call of a tenant tells, such as which status is closed, stays as it was for the name, if the seed does not say it.</summary>
    private static void Add(EmulatedObject rows, string category, JsonElement json, List<EmulatedRow> before, decimal order)
    {
        SeedJson.AllowOnly(json, "A name", "name", "gsid", "type", "entity", "active", "default", "closed", "success");
        var name = SeedJson.RequiredText(json, "name", "An item");
        var type = SeedJson.Text(json, "type") ?? CockpitConfiguration.AllTypes;
        var entity = SeedJson.Text(json, "entity") ?? "GLOBAL";
        var known = before.Find(row => name.Equals(row[FieldNames.Name]) && type.Equals(row["TypeName"]) && entity.Equals(row["EntityType"]));
        var gsid = SeedJson.Text(json, "gsid") ?? known?.Gsid;
        List<(string, object?)> values =
        [
            (FieldNames.Name, name), ("Category", category), ("TypeName", type), ("EntityType", entity), ("DisplayOrder", order),
            ("Active", SeedJson.Flag(json, "active", otherwise: true)),
            ("IsDefault", SeedJson.Flag(json, "default", otherwise: true.Equals(known?["IsDefault"]))),
            ("IsClosed", SeedJson.Flag(json, "closed", otherwise: true.Equals(known?["IsClosed"]))),
            ("IsSuccess", SeedJson.Flag(json, "success", otherwise: true.Equals(known?["IsSuccess"]))),
        ];
        if (gsid is not null)
        {
            values.Add((FieldNames.Gsid, gsid));
        }

        _ = rows.Insert([.. values]);
    }
}
