using System.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>The part of <see cref="RecordJsonConverter{T}"/> that does not depend on the record type.</summary>
internal static class RecordJson
{
    public static void Read(ref Utf8JsonReader reader, GainsightRecord record)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A record is a JSON object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name == RecordLookupsJson.PropertyName)
            {
                RecordLookupsJson.Read(JsonElement.ParseValue(ref reader), record);
            }
            else if (LinksOf(record, name) is { } links)
            {
                ReadLinks(ref reader, links);
            }
            else if (string.IsNullOrWhiteSpace(name))
            {
                throw new JsonException("A field of a record has no name.");
            }
            else
            {
                record.SetValue(record.FieldOf(name), ReadValue(ref reader));
            }
        }
    }

    public static void Write(Utf8JsonWriter writer, GainsightRecord record)
    {
        writer.WriteStartObject();
        var fields = record.PresentFields();
        while (fields.MoveNext())
        {
            fields.Write(writer, record.Definition?.ShapeOf(fields.Field) ?? fields.Field.Shape, WireFormat.Default);
        }

        RecordLookupsJson.Write(writer, record.Lookups);
        foreach (var links in record.Links)
        {
            WriteLinks(writer, links);
        }

        writer.WriteEndObject();
    }

    /// <summary>Adds the links that an array of JSON holds, such as the companies of a person.</summary>
    /// <returns>False when the record has no such links, or the array does not have their form.</returns>
    public static bool TryReadLinks(GainsightRecord record, string name, JsonElement list)
    {
        if (LinksOf(record, name) is not { } links || list.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(list.GetRawText()));
            reader.Read();
            ReadLinks(ref reader, links);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static RecordLinks? LinksOf(GainsightRecord record, string name) =>
        record.Links.FirstOrDefault(links => string.Equals(links.Name, name, StringComparison.OrdinalIgnoreCase));

    private static void ReadLinks(ref Utf8JsonReader reader, RecordLinks links)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"'{links.Name}' is not a list.");
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Read(ref reader, links.Add());
        }
    }

    private static void WriteLinks(Utf8JsonWriter writer, RecordLinks links)
    {
        if (links.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(links.Name);
        foreach (var row in links.Rows.OfType<GainsightRecord>())
        {
            Write(writer, row);
        }

        writer.WriteEndArray();
    }

    private static RecordValue ReadValue(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return RecordValue.Null;
            case JsonTokenType.String:
                return RecordValue.Of(reader.GetString());
            case JsonTokenType.True or JsonTokenType.False:
                return RecordValue.Of<bool>(reader.GetBoolean());
            case JsonTokenType.Number when reader.TryGetDecimal(out var number):
                return RecordValue.Of<decimal>(number);
            default:
                return RecordValue.Of<JsonElement>(JsonElement.ParseValue(ref reader));
        }
    }
}
