using System.Text.Json;

namespace Gainsight.Client;

/// <summary>The form of a record in a file of the library's own: each value as it came, whatever its field should hold.</summary>
/// <remarks>
/// <see cref="RecordJson"/> is for callers: it refuses what is no date, and reads the names of lookups and links. A file must hold whatever an answer
/// can hold, or the rows after it could never be stored.
/// </remarks>
internal static class StoredRecord
{
    public static void Write(Utf8JsonWriter writer, GainsightRecord record)
    {
        writer.WriteStartObject();
        var fields = record.PresentFields();
        while (fields.MoveNext())
        {
            fields.WriteAsItCame(writer);
        }

        writer.WriteEndObject();
    }

    /// <exception cref="JsonException">The JSON is not an object, or a field has no name.</exception>
    public static void Read(ReadOnlySpan<byte> json, GainsightRecord record)
    {
        var reader = AnswerJson.Reader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A record is a JSON object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = AnswerJson.Text(ref reader);
            var field = record.FieldOf(string.IsNullOrWhiteSpace(name) ? throw new JsonException("A field of a record has no name.") : name);
            reader.Read();
            (var start, var kind) = ((int)reader.TokenStartIndex, JsonSlice.KindOf(ref reader));
            if (kind is SliceKind.Text or SliceKind.EscapedText)
            {
                record.SetValue(field, RecordValue.Of(AnswerJson.Text(ref reader)));
                continue;
            }

            reader.Skip();
            record.SetValue(field, RecordValue.Of(new JsonSlice(kind, json[start..(int)reader.BytesConsumed]), field.Name));
        }
    }
}
