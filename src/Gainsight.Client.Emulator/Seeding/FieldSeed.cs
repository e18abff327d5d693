using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Reads one entry of the <c>fields</c> of an object.</summary>
internal static class FieldSeed
{
    private static readonly string[] Names =
    [
        "name", "type", "label", "lookup", "lookupName", "required", "nillable", "readOnly", "length", "items",
        "default", "system", "generated", "gsidPrefix", "holdsList",
    ];

    /// <param name="tenant">The tenant.</param>
    /// <param name="target">The object.</param>
    /// <param name="json">The field.</param>
    /// <param name="before">The fields that the object had before the seed. A seed may say of them what is different.</param>
    public static void Load(TenantData tenant, EmulatedObject target, JsonElement json, HashSet<string> before)
    {
        var name = SeedJson.Text(json, "name") ?? throw SeedJson.Invalid($"A field of {target.Name} has no name");
        var what = $"The field {target.Name}.{name}";
        var given = SeedJson.Text(json, "type");
        var existing = before.Remove(name) ? target.FindField(name) : null;
        if (!DataTypes.TryParse(given ?? existing?.DataType.WireName() ?? "STRING", out var type))
        {
            throw SeedJson.Invalid($"{what} has an unknown type");
        }

        SeedJson.AllowOnly(json, what, Names);
        if (existing is not null && existing.DataType != type)
        {
            Remove(target, existing, what);
            existing = null;
        }

        var field = existing ?? target.AddField(name, type);
        field.Label = SeedJson.Text(json, "label") ?? field.Label;
        field.LookupObject = SeedJson.Text(json, "lookup") ?? field.LookupObject;
        field.LookupName = SeedJson.Text(json, "lookupName") ?? field.LookupName;
        field.Required = SeedJson.Flag(json, "required", field.Required);
        field.Nillable = SeedJson.Flag(json, "nillable", field.Nillable);
        field.IsSystem = SeedJson.Flag(json, "system", field.IsSystem);
        field.ReadOnly = SeedJson.Flag(json, "readOnly", otherwise: existing?.ReadOnly ?? field.IsSystem);
        field.HoldsList = SeedJson.Flag(json, "holdsList", field.HoldsList);
        field.Length = SeedJson.PositiveInt32(json, "length", otherwise: field.Length);
        if (SeedJson.Text(json, "generated") is { } kind)
        {
            SetGenerated(tenant, field, json, kind, what);
        }

        if (json.TryGetProperty("items", out var items))
        {
            LoadItems(field, items, what, isNew: existing is null);
        }

        if (json.TryGetProperty("default", out var value))
        {
            field.DefaultValue = RowSeed.Value(tenant, target, field.Name, value);
        }
    }

    private static void LoadItems(EmulatedField field, JsonElement items, string what, bool isNew)
    {
        if (isNew)
        {
            PicklistSeed.AddItems(field.Picklist, items, what);
        }
        else
        {
            PicklistSeed.ReplaceItems(field.Picklist, items, what);
        }
    }

    private static void Remove(EmulatedObject target, EmulatedField field, string what)
    {
        try
        {
            target.RemoveField(field.Name);
        }
        catch (InvalidOperationException)
        {
            throw SeedJson.Invalid($"{what} is a system field, so it has no other type than {field.DataType.WireName()}");
        }
    }

    /// <summary>Sets how the tenant makes up the value of a row that comes without one.</summary>
    private static void SetGenerated(TenantData tenant, EmulatedField field, JsonElement json, string kind, string what)
    {
        switch (kind)
        {
            case "created":
                field.Generate = () => tenant.Now;
                break;
            case "modified":
                field.Generate = () => tenant.Now;
                field.IsModifiedTime = true;
                break;
            case "number":
                decimal last = 0;
                field.Generate = () => ++last;
                break;
            case "gsid":
                var prefix = ObjectSeed.KeyPrefix(json, what, "gsidPrefix");
                field.Generate = () => tenant.Gsids.Next(prefix);
                break;
            default:
                throw SeedJson.Invalid($"{what} is generated in an unknown way {kind}");
        }

        var fits = kind switch
        {
            "number" => field.DataType == EmulatedDataType.Number,
            "gsid" => field.DataType == EmulatedDataType.Gsid,
            _ => field.DataType == EmulatedDataType.DateTime,
        };
        if (!fits)
        {
            throw SeedJson.Invalid($"{what} is generated as {kind}, which does not fit its type");
        }
    }
}
