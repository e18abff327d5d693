using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Converts values of a CSV to JSON strings.</summary>
internal static class CsvValue
{
    private static readonly SearchValues<byte> Special =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(each => (byte)each), (byte)'"', (byte)'\\']);

    /// <summary>Writes the value as a JSON string into <paramref name="scratch"/>, which is pooled and grows as needed.</summary>
    /// <param name="value">The value without quotes around it.</param>
    /// <param name="hasQuotes">Whether the value contains doubled quotes.</param>
    /// <param name="scratch">The target of the JSON.</param>
    /// <param name="length">The length of the JSON.</param>
    public static SliceKind ToJson(ReadOnlySpan<byte> value, bool hasQuotes, ref byte[] scratch, out int length)
    {
        // An escaped byte needs up to six bytes.
        var needed = checked((value.Length * 6) + 2);
        if (scratch.Length < needed)
        {
            ArrayPool<byte>.Shared.Return(scratch);
            scratch = ArrayPool<byte>.Shared.Rent(needed);
        }

        Span<byte> target = scratch;
        var kind = SliceKind.Text;
        target[0] = (byte)'"';
        length = 1;
        while (!value.IsEmpty)
        {
            var plain = value.IndexOfAny(Special);
            plain = plain < 0 ? value.Length : plain;
            value[..plain].CopyTo(target[length..]);
            length += plain;
            value = value[plain..];
            if (!value.IsEmpty)
            {
                kind = SliceKind.EscapedText;
                length += Escape(value[0], target[length..]);
                value = value[(value[0] == (byte)'"' && hasQuotes ? 2 : 1)..];
            }
        }

        target[length++] = (byte)'"';
        return kind;
    }

    /// <summary>The kind of a value that a query returns as a number or a boolean, or null when it is text.</summary>
    public static SliceKind? LiteralOf(ReadOnlySpan<byte> value, DataType type) => type.Name switch
    {
        "BOOLEAN" => Ascii.EqualsIgnoreCase(value, "true"u8) ? SliceKind.True : Ascii.EqualsIgnoreCase(value, "false"u8) ? SliceKind.False : null,
        "NUMBER" or "CURRENCY" or "PERCENTAGE" => IsNumber(value) ? SliceKind.Number : null,
        _ => null,
    };

    private static bool IsNumber(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty || value[0] is not ((byte)'-' or (>= (byte)'0' and <= (byte)'9')))
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(value);
            return reader.Read() && reader.TokenType == JsonTokenType.Number && reader.BytesConsumed == value.Length;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static int Escape(byte character, Span<byte> target)
    {
        var letter = character switch
        {
            (byte)'"' or (byte)'\\' => character,
            (byte)'\n' => (byte)'n',
            (byte)'\r' => (byte)'r',
            (byte)'\t' => (byte)'t',
            _ => (byte)'u',
        };
        target[0] = (byte)'\\';
        target[1] = letter;
        if (letter != (byte)'u')
        {
            return 2;
        }

        var digits = "0123456789abcdef"u8;
        "00"u8.CopyTo(target[2..]);
        target[4] = digits[character >> 4];
        target[5] = digits[character & 15];
        return 6;
    }
}
