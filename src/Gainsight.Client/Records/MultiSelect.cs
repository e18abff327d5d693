using System.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads and writes the items of a multi-select field, whose form differs between sources: an array, or one string with <c>;</c> between.</summary>
internal static class MultiSelect
{
    public const char Separator = ';';

    /// <summary>The items; null for null, none for an empty string.</summary>
    public static IReadOnlyList<string>? Read(in JsonSlice slice, string field)
    {
        switch (slice.Kind)
        {
            case SliceKind.Absent or SliceKind.Null:
                return null;
            case SliceKind.Structure:
                return ReadArray(slice, field);
            default:
                return SliceReader.ReadString(slice, field)!
                    .Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }
    }

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<string> items, MultiSelectFormat format)
    {
        if (format == MultiSelectFormat.Semicolons)
        {
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

    /// <summary>Brings loaded items into the form asked for, without making strings of them where that form is already there or easily made.</summary>
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
            Write(writer, Read(slice, field) ?? [], format);
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
        var reader = new Utf8JsonReader(slice.Raw);
        reader.Read();
        var items = reader.TokenType == JsonTokenType.StartArray ? new List<string>() : throw SliceReader.Unreadable(field, "a list of picklist items");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.String:
                    items.Add(SliceReader.ReadString(JsonSlice.Of(slice.Raw[(int)reader.TokenStartIndex..(int)reader.BytesConsumed]), field)!);
                    break;
                case JsonTokenType.Number:
                    items.Add(Encoding.UTF8.GetString(reader.ValueSpan));
                    break;
                default:
                    throw SliceReader.Unreadable(field, "a list of picklist items");
            }
        }

        return items;
    }
}
