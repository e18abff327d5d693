using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Everything of <see cref="RecordJsonConverter{T}"/> that does not depend on the record type.</summary>
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
            else if (string.IsNullOrWhiteSpace(name))
            {
                throw new JsonException("A field of a record has no name.");
            }
            else
            {
                record.SetValue(FieldTokens.Of(name), ReadValue(ref reader));
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
        writer.WriteEndObject();
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
