using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Reads the section <c>objects</c>: new objects, and more fields for objects that exist.</summary>
internal static class ObjectSeed
{
    private static readonly string[] Description = ["kind", "keyPrefix", "writable", "hidden", "listsDeleted", "systemFields"];

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
        var what = $"The object {name}";
        SeedJson.AllowOnly(json, what, ["name", "label", "fields", .. existing is null ? Description : []]);
        var target = existing ?? Create(tenant, json, name);
        foreach (var field in SeedJson.Items(SeedJson.Member(json, "fields"), $"the fields of {name}"))
        {
            FieldSeed.Load(tenant, target, field);
        }
    }

    private static EmulatedObject Create(TenantData tenant, JsonElement json, string name)
    {
        var label = SeedJson.Text(json, "label") ?? name;
        var kind = Kind(name, SeedJson.Text(json, "kind"));
        if (kind == EmulatedObjectKind.Custom)
        {
            SeedJson.AllowOnly(json, $"The custom object {name}", "name", "label", "fields", "kind");
            return name.EndsWith("__gc", StringComparison.Ordinal)
                ? tenant.AddCustomObject(name, label)
                : throw SeedJson.Invalid($"The name of the custom object {name} must end in __gc");
        }

        var target = tenant.Add(new EmulatedObject(tenant, name, label, kind, KeyPrefix(json, $"The object {name}", "keyPrefix"))
        {
            Writable = SeedJson.Flag(json, "writable", otherwise: true),
            IsHidden = SeedJson.Flag(json, "hidden", otherwise: false),
            Deleted = SeedJson.Flag(json, "listsDeleted", otherwise: false) ? [] : null,
        });
        foreach (var field in SeedJson.Items(SeedJson.Member(json, "systemFields"), $"the system fields of {name}").Select(field => field.ToString()))
        {
            _ = SystemFields.TryGetType(field, out _)
                ? SystemFields.Add(target, field)
                : throw SeedJson.Invalid($"The object {name} has an unknown system field {field}");
        }

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
