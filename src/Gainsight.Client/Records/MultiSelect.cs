using System.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads and writes the items of a multi-select field. The sources show two forms: an array, and one string with items separated by <c>;</c>.</summary>
internal static class MultiSelect
{
    public const char Separator = ';';

    /// <summary>The items. Null for null; an empty list for an empty string.</summary>
    public static IReadOnlyList<string>? Read(in JsonSlice slice, string field)
    {
        switch (slice.Kind)
        {
            case SliceKind.Absent or SliceKind.Null:
                return null;
            case SliceKind.Structure:
                return ReadArray(slice, field);
            default:
                return slice.ReadString(field)!
                    .Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }
    }

    /// <exception cref="GainsightProtocolException">An item has a semicolon, and the items are to be joined by it, or an item has half a surrogate pair.</exception>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<string> items, string field, MultiSelectFormat format)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (JsonBody.HasHalfPair(items[i]))
            {
                throw RecordValue.Unwritable(items[i], field);
            }
        }

        if (format == MultiSelectFormat.Semicolons)
        {
            if (items.FirstOrDefault(item => item.Contains(Separator, StringComparison.Ordinal)) is { } divided)
            {
                throw new GainsightProtocolException(
                    $"An item of the field '{field}' contains a semicolon, so it would arrive as two items where items are joined by semicolons. Send its GSID instead.")
                {
                    RequestMayHaveArrived = false,
                    Field = field,
                    InvalidValue = divided,
                };
            }

            writer.WriteStringValue(string.Join(Separator, items));
            return;
        }

        writer.WriteStartArray();
        for (var i = 0; i < items.Count; i++)
        {
            writer.WriteStringValue(items[i]);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes loaded items in the given form. In most cases no strings are created.</summary>
    public static void Write(Utf8JsonWriter writer, in JsonSlice slice, string field, MultiSelectFormat format)
    {
        var isArray = slice.Kind == SliceKind.Structure;
        if (slice.Kind == SliceKind.Null || isArray == (format == MultiSelectFormat.Array))
        {
            writer.WriteRawValue(slice.Raw, skipInputValidation: true);
            return;
        }

        if (isArray || slice.Kind != SliceKind.Text)
        {
            Write(writer, Read(slice, field) ?? [], field, format);
            return;
        }

        writer.WriteStartArray();
        var rest = slice.Raw[1..^1];
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)Separator);
            var item = (end < 0 ? rest : rest[..end]).Trim(" "u8);
            rest = end < 0 ? default : rest[(end + 1)..];
            if (!item.IsEmpty)
            {
                writer.WriteStringValue(item);
            }
        }

        writer.WriteEndArray();
    }

    private static List<string> ReadArray(in JsonSlice slice, string field)
    {
        var reader = AnswerJson.Reader(slice.Raw);
        reader.Read();
        var items = reader.TokenType == JsonTokenType.StartArray ? new List<string>() : throw JsonSlice.Unreadable(field, "a list of picklist items");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.String:
                    items.Add(JsonSlice.Of(slice.Raw[(int)reader.TokenStartIndex..(int)reader.BytesConsumed]).ReadString(field)!);
                    break;
                case JsonTokenType.Number:
                    items.Add(Encoding.UTF8.GetString(reader.ValueSpan));
                    break;
                default:
                    throw JsonSlice.Unreadable(field, "a list of picklist items");
            }
        }

        return items;
    }
}
