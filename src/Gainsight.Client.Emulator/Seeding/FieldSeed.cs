using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Reads one entry of the <c>fields</c> of an object.</summary>
internal static class FieldSeed
{
    private static readonly string[] Names =
    [
        "name", "type", "label", "lookup", "required", "nillable", "readOnly", "length", "items",
        "default", "system", "generated", "gsidPrefix", "holdsList",
    ];

    public static void Load(TenantData tenant, EmulatedObject target, JsonElement json)
    {
        var name = SeedJson.Text(json, "name") ?? throw SeedJson.Invalid($"A field of {target.Name} has no name");
        var what = $"The field {target.Name}.{name}";
        if (!DataTypes.TryParse(SeedJson.Text(json, "type") ?? "STRING", out var type))
        {
            throw SeedJson.Invalid($"{what} has an unknown type");
        }

        SeedJson.AllowOnly(json, what, Names);
        var field = target.AddField(name, type);
        field.Label = SeedJson.Text(json, "label") ?? name;
        field.LookupObject = SeedJson.Text(json, "lookup");
        field.Required = SeedJson.Flag(json, "required", otherwise: false);
        field.Nillable = SeedJson.Flag(json, "nillable", otherwise: true);
        field.IsSystem = SeedJson.Flag(json, "system", otherwise: false);
        field.ReadOnly = SeedJson.Flag(json, "readOnly", otherwise: field.IsSystem);
        field.HoldsList = SeedJson.Flag(json, "holdsList", otherwise: false);
        field.Length = SeedJson.PositiveInt32(json, "length", otherwise: field.Length);
        if (SeedJson.Text(json, "generated") is { } kind)
        {
            SetGenerated(tenant, field, json, kind, what);
        }

        if (json.TryGetProperty("items", out var items))
        {
            PicklistSeed.AddItems(field.Picklist, items, what);
        }

        if (json.TryGetProperty("default", out var value))
        {
            field.DefaultValue = RowSeed.Value(tenant, target, field.Name, value);
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
