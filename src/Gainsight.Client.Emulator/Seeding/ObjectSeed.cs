using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Reads the section <c>objects</c>: new objects, and what differs for objects that exist.</summary>
internal static class ObjectSeed
{
    private static readonly string[] Names = ["name", "label", "fields", "kind", "keyPrefix", "writable", "systemFields", "highVolume"];

    /// <summary>What cannot be changed later.</summary>
    private static readonly string[] CreationNames = ["hidden", "listsDeleted"];

    public static void Load(TenantData tenant, JsonElement objects)
    {
        foreach (var item in SeedJson.Items(objects, "objects"))
        {
            Load(tenant, item, SeedJson.RequiredText(item, "name", "An object"));
        }

        CheckLookups(tenant);
    }

    private static void Load(TenantData tenant, JsonElement json, string name)
    {
        var existing = tenant.Find(name);
        SeedJson.AllowOnly(json, $"The object {name}", [.. Names, .. existing is null ? CreationNames : []]);
        var target = existing ?? Create(tenant, json, name);
        Describe(target, json, isNew: existing is null);
        var before = target.Fields.Select(field => field.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var field in SeedJson.Items(SeedJson.Member(json, "fields"), $"the fields of {name}"))
        {
            FieldSeed.Load(tenant, target, field, before);
        }
    }

    private static EmulatedObject Create(TenantData tenant, JsonElement json, string name)
    {
        var label = SeedJson.Text(json, "label") ?? name;
        var kind = Kind(name, SeedJson.Text(json, "kind")) ?? EmulatedObjectKind.Custom;
        if (kind == EmulatedObjectKind.Custom)
        {
            SeedJson.AllowOnly(json, $"The custom object {name}", "name", "label", "fields", "kind", "keyPrefix", "highVolume");
            return name.EndsWith("__gc", StringComparison.Ordinal)
                ? tenant.AddCustomObject(name, label)
                : throw SeedJson.Invalid($"The name of the custom object {name} must end in __gc");
        }

        return tenant.Add(new EmulatedObject(tenant, name, label, kind, KeyPrefix(json, $"The object {name}", "keyPrefix"))
        {
            IsHidden = SeedJson.Flag(json, "hidden", otherwise: false),
            Deleted = SeedJson.Flag(json, "listsDeleted", otherwise: false) ? [] : null,
        });
    }

    /// <summary>Sets what the seed says of an object, which may exist already.</summary>
    private static void Describe(EmulatedObject target, JsonElement json, bool isNew)
    {
        target.Label = SeedJson.Text(json, "label") ?? target.Label;
        target.Kind = Kind(target.Name, SeedJson.Text(json, "kind")) ?? target.Kind;
        target.Writable = SeedJson.Flag(json, "writable", otherwise: target.Writable);
        if (SeedJson.Text(json, "keyPrefix") is not null)
        {
            target.TypePrefix = KeyPrefix(json, $"The object {target.Name}", "keyPrefix");
        }

        foreach (var field in SeedJson.Items(SeedJson.Member(json, "systemFields"), $"the system fields of {target.Name}").Select(field => field.ToString()))
        {
            if (!SystemFields.TryGetType(field, out _))
            {
                throw SeedJson.Invalid($"The object {target.Name} has an unknown system field {field}");
            }

            if (isNew || target.FindField(field) is null)
            {
                _ = SystemFields.Add(target, field);
            }
        }

        if (SeedJson.Flag(json, "highVolume", otherwise: target.IsHighVolume) is var isHighVolume && isHighVolume != target.IsHighVolume)
        {
            target.IsHighVolume = isHighVolume;
        }
    }

    /// <summary>Reads the four letters and digits that GSIDs start with.</summary>
    public static string KeyPrefix(JsonElement json, string what, string member) =>
        SeedJson.Text(json, member) is { Length: 4 } prefix && prefix.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c))
            ? prefix
            : throw SeedJson.Invalid($"{what} needs a {member} of 4 digits and upper-case letters");

    private static EmulatedObjectKind? Kind(string name, string? kind) => kind switch
    {
        null => null,
        "CUSTOM" => EmulatedObjectKind.Custom,
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
