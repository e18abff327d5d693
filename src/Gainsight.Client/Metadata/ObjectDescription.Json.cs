using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <content>The description as JSON, in the form of the describe call.</content>
public sealed partial class ObjectDescription
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>Reads a description that <see cref="ToJson"/> wrote. Members of the describe call that this library does not know are ignored.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The description.</returns>
    /// <exception cref="FormatException">The text is not a description.</exception>
    public static ObjectDescription Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            var data = Encoding.UTF8.GetBytes(json);
            using (JsonDocument.Parse(data))
            {
                // The reader below trusts that its JSON is complete.
            }

            return new MetadataReader().ReadDescriptions(data) is [{ Name.Length: > 0, Fields.Count: > 0 } only]
                ? only
                : throw new FormatException("The text is not the description of an object: it has no name or no fields.");
        }
        catch (JsonException failure)
        {
            throw new FormatException("The text is not the description of an object: it is not JSON.", failure);
        }
    }

    /// <summary>The description as JSON, for <see cref="Parse"/> and <see cref="MetadataClient.CompareAsync(ObjectDescription, CancellationToken)"/>. It contains names and picklist items, and no rows.</summary>
    /// <returns>The JSON, indented, so that differences between two of them can be read.</returns>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Indented))
        {
            Write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("objectName", Name);
        writer.WriteString("label", Label);
        writer.WriteString("labelPlural", LabelPlural);
        writer.WriteString("description", Description);
        writer.WriteString("objectType", Summary.ObjectType);
        writer.WriteString("keyPrefix", Summary.KeyPrefix);
        if (Summary.IsTransactional is { } isTransactional)
        {
            writer.WriteBoolean("transactional", isTransactional);
        }

        writer.WriteBoolean("readable", Summary.IsReadable);
        writer.WriteBoolean("createable", Summary.IsCreateable);
        writer.WriteBoolean("schemaUpdateable", Summary.IsSchemaUpdateable);
        writer.WriteBoolean("multiCurrencySupported", Summary.IsMultiCurrencySupported);
        writer.WriteStartArray("fields");
        foreach (var field in Fields)
        {
            Write(writer, field);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, FieldDescription field)
    {
        writer.WriteStartObject();
        writer.WriteString("fieldName", field.Name);
        writer.WriteString("label", field.Label);
        writer.WriteString("dataType", field.DataType.Name);
        writer.WriteString("fieldGroupType", field.FieldGroup);
        writer.WriteBoolean("required", field.IsRequired);
        writer.WriteBoolean("nillable", field.IsNillable);
        writer.WriteBoolean("createable", field.IsCreateable);
        writer.WriteBoolean("updateable", field.IsUpdateable);
        writer.WriteBoolean("readOnly", field.IsReadOnly);
        writer.WriteBoolean("filterable", field.IsFilterable);
        writer.WriteBoolean("sortable", field.IsSortable);
        writer.WriteBoolean("formulaField", field.IsFormula);
        writer.WriteBoolean("hidden", field.IsHidden);
        if (field.Length is { } length)
        {
            writer.WriteNumber("length", length);
        }

        if (field.DecimalPlaces is { } places)
        {
            writer.WriteNumber("decimalPlaces", places);
        }

        WriteLookup(writer, field);
        WriteItems(writer, field);
        writer.WriteEndObject();
    }

    private static void WriteLookup(Utf8JsonWriter writer, FieldDescription field)
    {
        if (field.LookupName is null && field.LookupObjects.Count == 0)
        {
            return;
        }

        writer.WriteStartObject("lookupDetail");
        writer.WriteString("lookupName", field.LookupName);
        writer.WriteStartArray("lookupObjects");
        foreach (var target in field.LookupObjects)
        {
            writer.WriteStartObject();
            writer.WriteString("objectName", target);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter writer, FieldDescription field)
    {
        if (field.PicklistCategoryId is { } categoryId)
        {
            writer.WriteStartObject("properties");
            writer.WriteString("PICKLIST_CATEGORY_ID", categoryId);
            writer.WriteEndObject();
        }

        if (field.PicklistItems.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("options");
        foreach (var item in field.PicklistItems)
        {
            writer.WriteStartObject();
            writer.WriteString("label", item.Label);
            writer.WriteString("value", item.Gsid);
            writer.WriteBoolean("active", item.IsActive);
            writer.WriteBoolean("defaultValue", item.IsDefault);
            writer.WriteNumber("displayOrder", item.DisplayOrder);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
