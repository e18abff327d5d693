using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Reads the section <c>objects</c>: new objects, and what differs for objects that exist.</summary>
internal static class ObjectSeed
{
    private static readonly string[] Names = ["name", "label", "fields", "kind", "keyPrefix", "writable", "highVolume", "systemFields"];

    /// <summary>What cannot be changed later.</summary>
    private static readonly string[] CreationNames = ["hidden", "listsDeleted"];

    public static void Load(TenantData tenant, JsonElement objects)
    {
        var all = SeedJson.Items(objects, "objects");
        foreach (var item in all)
        {
            Load(tenant, item, SeedJson.RequiredText(item, "name", "An object"));
        }

        // The first high-volume object adds a log, which the seed may describe too.
        foreach (var item in all.Where(item => SeedJson.Flag(item, "highVolume", otherwise: false)))
        {
            tenant.Find(SeedJson.RequiredText(item, "name", "An object"))!.IsHighVolume = true;
        }

        CheckLookups(tenant);
    }

    /// <summary>Writes an object in full: nothing of it follows from its kind.</summary>
    public static void Write(Utf8JsonWriter json, EmulatedObject item)
    {
        json.WriteStartObject();
        json.WriteString("name", item.Name);
        json.WriteString("label", item.Label);
        json.WriteString("kind", item.Kind.ToString().ToUpperInvariant());
        json.WriteString("keyPrefix", item.TypePrefix);
        SeedJson.WriteUnless(json, "writable", item.Writable, usual: true);
        SeedJson.WriteUnless(json, "hidden", item.IsHidden, usual: false);
        SeedJson.WriteUnless(json, "listsDeleted", item.Deleted is not null, usual: false);
        SeedJson.WriteUnless(json, "highVolume", item.IsHighVolume, usual: false);

        // System fields are written as fields, so that they keep what an administrator changed.
        json.WriteStartArray("systemFields");
        json.WriteEndArray();
        json.WriteStartArray("fields");
        foreach (var field in item.Fields)
        {
            FieldSeed.Write(json, field);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Load(TenantData tenant, JsonElement json, string name)
    {
        var existing = tenant.Find(name);
        SeedJson.AllowOnly(json, $"The object {name}", [.. Names, .. existing is null ? CreationNames : []]);
        if (existing is not null)
        {
            Change(existing, json);
        }

        var target = existing ?? Create(tenant, json, name);
        var before = target.Fields.Select(field => field.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var field in SeedJson.Items(SeedJson.Member(json, "fields"), $"the fields of {name}"))
        {
            FieldSeed.Load(tenant, target, field, before);
        }
    }

    /// <summary>Sets what the seed says of an object that exists.</summary>
    private static void Change(EmulatedObject target, JsonElement json)
    {
        target.Label = SeedJson.Text(json, "label") ?? target.Label;
        target.Kind = SeedJson.Text(json, "kind") is { } kind ? Kind(target.Name, kind) : target.Kind;
        target.Writable = SeedJson.Flag(json, "writable", otherwise: target.Writable);
        target.TypePrefix = SeedJson.Text(json, "keyPrefix") is null ? target.TypePrefix : KeyPrefix(json, $"The object {target.Name}", "keyPrefix");
        AddSystemFields(target, json);
    }

    private static void AddSystemFields(EmulatedObject target, JsonElement json)
    {
        foreach (var field in SeedJson.Items(SeedJson.Member(json, "systemFields"), $"the system fields of {target.Name}").Select(field => field.ToString()))
        {
            if (!SystemFields.TryGetType(field, out _))
            {
                throw SeedJson.Invalid($"The object {target.Name} has an unknown system field {field}");
            }

            if (target.FindField(field) is null)
            {
                _ = SystemFields.Add(target, field);
            }
        }
    }

    private static EmulatedObject Create(TenantData tenant, JsonElement json, string name)
    {
        var label = SeedJson.Text(json, "label") ?? name;
        var kind = Kind(name, SeedJson.Text(json, "kind"));
        if (kind == EmulatedObjectKind.Custom)
        {
            if (!name.EndsWith("__gc", StringComparison.Ordinal))
            {
                throw SeedJson.Invalid($"The name of the custom object {name} must end in __gc");
            }

            // With its system fields, an object is described in full, as a dump does.
            if (!json.TryGetProperty("systemFields", out _))
            {
                SeedJson.AllowOnly(json, $"The custom object {name}", "name", "label", "fields", "kind", "highVolume");
                return tenant.AddCustomObject(name, label);
            }
        }

        var target = tenant.Add(new EmulatedObject(tenant, name, label, kind, KeyPrefix(json, $"The object {name}", "keyPrefix"))
        {
            Writable = SeedJson.Flag(json, "writable", otherwise: true),
            IsHidden = SeedJson.Flag(json, "hidden", otherwise: false),
            Deleted = SeedJson.Flag(json, "listsDeleted", otherwise: false) ? [] : null,
        });
        AddSystemFields(target, json);
        return target;
    }

    /// <summary>Reads the four letters and digits that GSIDs start with.</summary>
    public static string KeyPrefix(JsonElement json, string what, string member) =>
        SeedJson.Text(json, member) is { Length: 4 } prefix && prefix.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c))
            ? prefix
            : throw SeedJson.Invalid($"{what} needs a {member} of 4 digits and upper-case letters");

    private static EmulatedObjectKind Kind(string name, string? kind) => kind switch
    {
        null or "CUSTOM" => EmulatedObjectKind.Custom,
        "STANDARD" => EmulatedObjectKind.Standard,
        "SYSTEM" => EmulatedObjectKind.System,
        _ => throw SeedJson.Invalid($"The object {name} has an unknown kind {kind}"),
    };

    /// <summary>Checks lookups once all objects exist, because a lookup may point to an object later in the seed.</summary>
    private static void CheckLookups(TenantData tenant)
    {
        foreach (var field in tenant.Objects.SelectMany(item => item.Fields).Where(field => field.LookupObject is not null))
        {
            if (tenant.Find(field.LookupObject!) is null)
            {
                throw SeedJson.Invalid($"The lookup {field.Owner.Name}.{field.Name} points to an unknown object {field.LookupObject}");
            }
        }
    }
}
