using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>The types of activities that the tenant has, each with its reporting category. Guarded by the tenant's lock.</summary>
internal sealed class ActivityTypes
{
    private readonly Dictionary<string, string> _categories = new(StringComparer.Ordinal);

    public static ActivityTypes Of(TenantData tenant) => tenant.State(static () => new ActivityTypes());

    /// <summary>Reads the section <c>activityTypes</c> of a seed: names and reporting categories.</summary>
    public static void Load(TenantData tenant, JsonElement json)
    {
        foreach (var type in SeedJson.Members(json, "activityTypes"))
        {
            Of(tenant).Set(type.Name, SeedJson.AsText(type.Value, $"the category of {type.Name}"));
        }
    }

    /// <summary>Writes the section <c>activityTypes</c>.</summary>
    public static void Write(TenantData tenant, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach ((var name, var category) in Of(tenant)._categories)
        {
            json.WriteString(name, category);
        }

        json.WriteEndObject();
    }

    /// <summary>Adds or replaces a type. Without a category, its activities report under its own name.</summary>
    public void Set(string name, string? category) => _categories[name] = string.IsNullOrEmpty(category) ? name : category;

    public string? CategoryOf(string name) => _categories.GetValueOrDefault(name);
}
