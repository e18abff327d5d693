using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Reads a seed file into the tenant. It goes through the back door, so it may set what the API refuses.</summary>
internal static partial class TenantSeed
{
    private static readonly HashSet<string> Sections = ["objects", "picklists", "users", "rows", "activityTypes", "publishers", "imports"];

    private static readonly JsonDocumentOptions ForPeople = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static void Load(TenantData tenant, string json)
    {
        using var document = JsonDocument.Parse(json, ForPeople);
        var sections = Members(document.RootElement, "The seed").ToDictionary(member => member.Name, member => member.Value);
        if (sections.Keys.FirstOrDefault(name => !Sections.Contains(name)) is { } unknown)
        {
            throw new ArgumentException($"The seed has an unknown section {unknown}.", nameof(json));
        }

        foreach (var item in Items(sections.GetValueOrDefault("objects"), "objects"))
        {
            AddObject(tenant, item);
        }

        CheckLookups(tenant);

        foreach (var picklist in Members(sections.GetValueOrDefault("picklists"), "picklists"))
        {
            AddItems(tenant, picklist);
        }

        AddRows(tenant, DefaultTenant.User, sections.GetValueOrDefault("users"));
        foreach (var rows in Members(sections.GetValueOrDefault("rows"), "rows"))
        {
            AddRows(tenant, rows.Name, rows.Value);
        }

        AddAreas(tenant, sections);
    }

    private static void AddObject(TenantData tenant, JsonElement json)
    {
        var name = Text(json, "name") ?? throw Wrong("An object of the seed has no name");
        AllowOnly(json, $"The object {name}", "name", "label", "fields");
        if (tenant.Find(name) is null && !name.EndsWith("__gc", StringComparison.Ordinal))
        {
            throw Wrong($"The name of the custom object {name} must end in __gc");
        }

        var target = tenant.Find(name) ?? DefaultTenant.AddCustomObject(tenant, name, Text(json, "label") ?? name);
        foreach (var field in Items(json.TryGetProperty("fields", out var fields) ? fields : default, $"the fields of {name}"))
        {
            AddField(target, field);
        }
    }

    private static void AddField(EmulatedObject target, JsonElement json)
    {
        var name = Text(json, "name") ?? throw Wrong($"A field of {target.Name} has no name");
        if (!DataTypes.TryParse(Text(json, "type") ?? "STRING", out var type))
        {
            throw Wrong($"The field {target.Name}.{name} has an unknown type");
        }

        AllowOnly(json, $"The field {target.Name}.{name}", "name", "type", "label", "lookup", "required", "nillable", "readOnly", "length", "items");
        var field = target.AddField(name, type);
        field.Label = Text(json, "label") ?? name;
        field.LookupObject = Text(json, "lookup");
        field.Required = Flag(json, "required", otherwise: false);
        field.Nillable = Flag(json, "nillable", otherwise: true);
        field.ReadOnly = Flag(json, "readOnly", otherwise: false);
        field.Length = Length(json, otherwise: field.Length);
        foreach (var item in Items(json.TryGetProperty("items", out var items) ? items : default, $"the items of {name}"))
        {
            _ = (field.Picklist ?? throw Wrong($"The field {target.Name}.{name} is not a picklist")).AddItem(item.ToString());
        }
    }

    /// <summary>A lookup may point to an object that comes later in the seed, so they are looked at when all are there.</summary>
    private static void CheckLookups(TenantData tenant)
    {
        foreach (var field in tenant.Objects.SelectMany(item => item.Fields))
        {
            if (field.LookupObject is { } target && tenant.Find(target) is null)
            {
                throw Wrong($"The lookup {field.Owner.Name}.{field.Name} points to an unknown object {target}");
            }
        }
    }

    private static void AddItems(TenantData tenant, JsonProperty picklist)
    {
        var path = picklist.Name.Split('.');
        var category = (path.Length == 2 ? tenant.Find(path[0])?.FindField(path[1])?.Picklist : null)
            ?? throw Wrong($"The seed names an unknown picklist {picklist.Name}: write Object.Field");
        foreach (var item in Items(picklist.Value, picklist.Name))
        {
            _ = category.AddItem(item.ToString());
        }
    }

    private static void AddRows(TenantData tenant, string name, JsonElement rows)
    {
        var target = tenant.Find(name) ?? throw Wrong($"The seed names an unknown object {name}");
        foreach (var row in Items(rows, name))
        {
            _ = target.Insert([.. Members(row, $"A row of {name}").Select(member => (member.Name, Value(tenant, target, member)))]);
        }
    }

    /// <summary>A lookup may be written as <c>{"Email":"rhea@northwind.example"}</c>: ids are not known beforehand.</summary>
    private static object? Value(TenantData tenant, EmulatedObject owner, JsonProperty member) => member.Value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => member.Value.GetString(),
        JsonValueKind.Number => member.Value.TryGetDecimal(out var number) ? number : throw Wrong($"The number {member.Name} is too large"),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => member.Value.EnumerateArray().Select(item => item.ToString()).ToArray(),
        _ when owner.FindField(member.Name)?.LookupObject is { } target => LookUp(tenant, target, member),
        _ => member.Value.GetRawText(),
    };

    private static string LookUp(TenantData tenant, string target, JsonProperty member)
    {
        var source = tenant.Find(target) ?? throw Wrong($"The lookup {member.Name} points to an unknown object");
        List<(EmulatedField Field, object? Value)> wanted = Members(member.Value, member.Name).ConvertAll(pair =>
        {
            var field = Known(source, pair.Name);
            return (field, ClrValues.Convert(field, Value(tenant, source, pair)));
        });
        return source.Store.All.FirstOrDefault(row => wanted.TrueForAll(pair => Equals(row[pair.Field], pair.Value)))?.Gsid
            ?? throw Wrong($"The lookup {member.Name} finds no row of {source.Name}");
    }

    private static EmulatedField Known(EmulatedObject owner, string name) =>
        owner.FindField(name) ?? throw Wrong($"The object {owner.Name} has no field {name}");
}
