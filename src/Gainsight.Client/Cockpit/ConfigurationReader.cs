using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads configured labels: a map from category to labels (third party), or a flat list of labels that name their category.</summary>
internal static class ConfigurationReader
{
    /// <summary>Reads the JSON of <c>data</c>.</summary>
    public static IReadOnlyList<ConfigurationItem> Read(ReadOnlyMemory<byte> data)
    {
        var items = new List<ConfigurationItem>();
        if (!data.IsEmpty)
        {
            using var document = AnswerJson.Parse(data);
            Collect(document.RootElement, category: null, items);
        }

        return items;
    }

    private static void Collect(JsonElement element, string? category, List<ConfigurationItem> items)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var part in element.EnumerateArray())
            {
                Collect(part, category, items);
            }
        }
        else if (element.ValueKind == JsonValueKind.String && category is not null && AnswerJson.Text(element) is { Length: > 0 } name)
        {
            items.Add(new(category, name));
        }
        else if (element.ValueKind == JsonValueKind.Object && !TryAdd(element, category, items))
        {
            foreach (var property in element.EnumerateObject())
            {
                Collect(property.Value, AnswerJson.NameOf(property), items);
            }
        }
    }

    private static bool TryAdd(JsonElement element, string? category, List<ConfigurationItem> items)
    {
        var texts = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in element.EnumerateObject())
        {
            texts[AnswerJson.NameOf(property)] = property.Value.ValueKind switch
            {
                JsonValueKind.String => AnswerJson.Text(property.Value),
                JsonValueKind.True or JsonValueKind.False => property.Value.GetRawText(),
                _ => null,
            };
        }

        var name = First("name", "label");
        category = First("picklistCategory", "category") ?? category;
        if (name is null || category is null)
        {
            return false;
        }

        items.Add(new(category, name)
        {
            Gsid = First("gsid", "id"),
            IsActive = !string.Equals(First("active", "isActive"), "false", StringComparison.OrdinalIgnoreCase),
            EntityType = First("entityType"),
            TypeName = First("typeName"),
        });
        return true;

        string? First(params ReadOnlySpan<string> names)
        {
            foreach (var candidate in names)
            {
                if (texts.TryGetValue(candidate, out var text) && !string.IsNullOrEmpty(text))
                {
                    return text;
                }
            }

            return null;
        }
    }
}
