using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Writes a picklist as the dropdown call shows it (official sample). The variant of a multi-select is inferred.</summary>
internal static class DropdownDescription
{
    /// <summary>The creation time of every list, in epoch milliseconds: lists have no history here.</summary>
    private const long MadeAt = 1_760_000_000_000;

    public static void Write(Utf8JsonWriter writer, PicklistCategory category)
    {
        var items = category.Items;
        writer.WriteStartObject();
        writer.WriteStartObject("categoryDetails");
        WriteTimes(writer);
        writer.WriteString("name", category.Name);
        writer.WriteString("description", category.Name);
        writer.WriteString("type", "SYSTEM");
        writer.WriteNumber("count", items.Count);
        writer.WriteNumber("limit", 500);
        writer.WriteString("variant", category.Multiple ? "MULTI_SELECT" : "SINGLE_SELECT");
        writer.WriteString("systemName", category.Name);
        writer.WriteString("gsid", category.Gsid);
        writer.WriteEndObject();
        writer.WriteStartArray("childItems");
        foreach (var item in items)
        {
            WriteItem(writer, category, item);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter writer, PicklistCategory category, PicklistItem item)
    {
        writer.WriteStartObject();
        WriteTimes(writer);
        writer.WriteString("name", item.Label);
        writer.WriteString("description", "");
        writer.WriteNumber("displayOrder", item.DisplayOrder);
        writer.WriteNull("shortName");
        writer.WriteNull("color");
        writer.WriteBoolean("active", item.Active);
        writer.WriteBoolean("systemDefined", true);
        writer.WriteString("systemName", item.Label);
        writer.WriteBoolean("default", item.IsDefault);
        writer.WriteString("categoryId", category.Gsid);
        writer.WriteString("gsid", item.Gsid);
        writer.WriteEndObject();
    }

    private static void WriteTimes(Utf8JsonWriter writer)
    {
        writer.WriteNumber("createdAt", MadeAt);
        writer.WriteBoolean("deleted", false);
        writer.WriteNumber("modifiedAt", MadeAt);
    }
}
