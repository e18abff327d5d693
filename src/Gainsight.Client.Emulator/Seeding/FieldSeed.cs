using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Reads one entry of the <c>fields</c> of an object.</summary>
internal static class FieldSeed
{
    private static readonly string[] Names =
    [
        "name", "type", "label", "lookup", "required", "nillable", "readOnly", "length", "items",
        "default", "system", "generated", "gsidPrefix", "last", "holdsList", "lookupName", "categoryId",
    ];

    /// <summary>Reads a field.</summary>
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
        field.Required = SeedJson.Flag(json, "required", field.Required);
        field.Nillable = SeedJson.Flag(json, "nillable", field.Nillable);
        field.IsSystem = SeedJson.Flag(json, "system", field.IsSystem);
        field.ReadOnly = SeedJson.Flag(json, "readOnly", otherwise: existing?.ReadOnly ?? field.IsSystem);
        field.HoldsList = SeedJson.Flag(json, "holdsList", field.HoldsList);
        field.Length = SeedJson.Int32(json, "length", least: 1, otherwise: field.Length);
        field.LookupName = SeedJson.Text(json, "lookupName") ?? field.LookupName;
        if (SeedJson.Text(json, "generated") is { } kind)
        {
            field.Generated = Generator(field, json, kind, what);
        }

        if (SeedJson.Text(json, "categoryId") is { } category)
        {
            SetCategory(tenant, field, category, what);
        }

        if (json.TryGetProperty("items", out var items))
        {
            PicklistSeed.AddItems(field.Picklist, items, what, replaces: existing is not null);
        }

        if (json.TryGetProperty("default", out var value))
        {
            field.DefaultValue = RowSeed.Value(tenant, target, field.Name, value);
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

    /// <summary>Writes a field with everything that a seed can say of it.</summary>
    public static void Write(Utf8JsonWriter json, EmulatedField field)
    {
        json.WriteStartObject();
        json.WriteString("name", field.Name);
        json.WriteString("type", field.DataType.WireName());
        SeedJson.WriteUnless(json, "label", field.Label, usual: field.Name);
        SeedJson.WriteUnless(json, "lookup", field.LookupObject, usual: null);
        SeedJson.WriteUnless(json, "lookupName", field.LookupName, usual: field.Name + "__gr");
        SeedJson.WriteUnless(json, "required", field.Required, usual: false);
        SeedJson.WriteUnless(json, "nillable", field.Nillable, usual: true);
        SeedJson.WriteUnless(json, "system", field.IsSystem, usual: false);
        SeedJson.WriteUnless(json, "readOnly", field.ReadOnly, usual: field.IsSystem);
        SeedJson.WriteUnless(json, "holdsList", field.HoldsList, usual: false);
        if (field.Length != EmulatedField.UsualLength)
        {
            json.WriteNumber("length", field.Length);
        }

        if (field.Generated is { } generated)
        {
            json.WriteString("generated", generated.Kind);
            SeedJson.WriteUnless(json, "gsidPrefix", generated.GsidPrefix, usual: null);
            if (generated.Last > 0)
            {
                json.WriteNumber("last", generated.Last);
            }
        }

        if (field.Picklist is { } picklist)
        {
            json.WriteString("categoryId", picklist.Gsid);
            PicklistSeed.Write(json, picklist);
        }

        if (field.DefaultValue is { } value)
        {
            json.WritePropertyName("default");
            RowWriter.Write(json, field, value);
        }

        json.WriteEndObject();
    }

    /// <summary>Reads how the tenant makes up the value of a row that comes without one.</summary>
    private static FieldGenerator Generator(EmulatedField field, JsonElement json, string kind, string what)
    {
        EmulatedDataType? type = kind switch
        {
            FieldGenerator.Created or FieldGenerator.Modified => EmulatedDataType.DateTime,
            FieldGenerator.Number => EmulatedDataType.Number,
            FieldGenerator.Gsid => EmulatedDataType.Gsid,
            _ => null,
        };
        if (type is null)
        {
            throw SeedJson.Invalid($"{what} is generated in an unknown way {kind}");
        }

        if (type != field.DataType)
        {
            throw SeedJson.Invalid($"{what} is generated as {kind}, which does not fit its type");
        }

        var prefix = kind == FieldGenerator.Gsid ? ObjectSeed.KeyPrefix(json, what, "gsidPrefix") : null;
        return new FieldGenerator(kind, prefix) { Last = SeedJson.Int32(json, "last", least: 0, otherwise: 0) };
    }

    private static void SetCategory(TenantData tenant, EmulatedField field, string gsid, string what)
    {
        if (field.Picklist is not { } picklist)
        {
            throw SeedJson.Invalid($"{what} is not a picklist");
        }

        if (!GsidGenerator.IsWellFormed(gsid) || tenant.FindPicklist(gsid) is not null)
        {
            throw SeedJson.Invalid($"{what} needs a categoryId of {GsidGenerator.Length} digits and upper-case letters that no other picklist has");
        }

        tenant.RemovePicklist(picklist);
        field.Picklist = tenant.AddPicklist(field.Name, picklist.Multiple, gsid);
    }
}
