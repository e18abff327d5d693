using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Writes an object as the list and describe calls show it (official samples).</summary>
internal static class ObjectDescription
{
    public static void WriteHead(Utf8JsonWriter writer, EmulatedObject item)
    {
        var custom = item.Kind == EmulatedObjectKind.Custom;
        writer.WriteString("objectName", item.ListName);
        writer.WriteString("label", item.Label);
        writer.WriteString("objectType", item.Kind switch
        {
            EmulatedObjectKind.Custom => "CUSTOM",
            EmulatedObjectKind.System => "SYSTEM",
            _ => "STANDARD",
        });
        if (item.GsidField is not null)
        {
            writer.WriteString("keyPrefix", GsidGenerator.KeyPrefix(item.TypePrefix));
        }

        writer.WriteBoolean("transactional", custom && item.TakesRecordWrites);
        writer.WriteBoolean("multiCurrencySupported", false);
        writer.WriteBoolean("readable", true);
        writer.WriteBoolean("createable", item.Writable);
        writer.WriteBoolean("schemaUpdateable", item.Kind != EmulatedObjectKind.System);
    }

    public static void Write(Utf8JsonWriter writer, TenantData tenant, EmulatedObject item, bool withOptions)
    {
        writer.WriteStartObject();
        WriteHead(writer, item);
        writer.WriteString("labelPlural", item.Label + "s");
        writer.WriteString("description", "");
        writer.WriteStartArray("fields");
        foreach (var field in item.Fields)
        {
            FieldDescription.Write(writer, tenant, field, withOptions);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
