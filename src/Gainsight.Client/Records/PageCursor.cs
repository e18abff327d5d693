using System.Buffers;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads a page one JSON token at a time.</summary>
/// <remarks>Texts without escapes, plain numbers and literals, which nearly all values are, are recognized here. <see cref="Utf8JsonReader"/> reads everything else.</remarks>
internal ref struct PageCursor(ReadOnlySpan<byte> json)
{
    /// <summary>What ends a text without escapes: a quote, a backslash, or a control character, which JSON forbids.</summary>
    private static readonly SearchValues<byte> TextEnds = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (byte)code), (byte)'"', (byte)'\\']);

    private readonly ReadOnlySpan<byte> _json = json;

    /// <summary>The number of bytes read.</summary>
    public int Position { get; private set; }

    /// <summary>Skips bytes.</summary>
    public void Skip(int length) => Position += length;

    /// <summary>Skips white space, and the name and its colon if it is one of these. Returns the slot of the name, or -1.</summary>
    /// <exception cref="JsonException">The page ends here.</exception>
    public int TrySkipName(NameMatcher.Table names)
    {
        Peek();
        var slot = names.Find(_json[Position..], out var length);
        Position += slot < 0 ? 0 : length;
        return slot;
    }

    /// <summary>Skips white space, and the sign if it comes next.</summary>
    /// <exception cref="JsonException">The page ends here.</exception>
    public bool TryReadSign(char sign)
    {
        var isNext = Peek() == sign;
        Position += isNext ? 1 : 0;
        return isNext;
    }

    /// <summary>Reads the comma before the next item (true), or the sign that ends the items (false).</summary>
    /// <exception cref="JsonException">Another sign comes next.</exception>
    public bool ReadSeparator(char end)
    {
        var sign = Peek();
        Position++;
        return sign == ',' || (sign == end ? false : throw new JsonException());
    }

    /// <summary>Reads a name and its colon.</summary>
    /// <exception cref="JsonException">No name comes next.</exception>
    public JsonSlice ReadName()
    {
        var raw = ReadValue(out var kind);
        var name = new JsonSlice(kind, raw);
        return name.IsText && TryReadSign(':') ? name : throw new JsonException();
    }

    /// <summary>Skips white space and reads a value, which may be a whole array or object.</summary>
    /// <exception cref="JsonException">There is no value, or it is incomplete.</exception>
    public ReadOnlySpan<byte> ReadValue(out SliceKind kind)
    {
        Peek();
        var rest = _json[Position..];
        var length = LengthOf(rest, out kind);
        if (length == 0)
        {
            length = LengthByReader(rest, out kind);
        }

        Position += length;
        return rest[..length];
    }

    /// <summary>Skips white space and returns the next sign.</summary>
    private byte Peek()
    {
        while (Position < _json.Length)
        {
            var sign = _json[Position];
            if (sign > ' ' || sign is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                return sign;
            }

            Position++;
        }

        throw new JsonException();
    }

    private static int LengthOf(ReadOnlySpan<byte> rest, out SliceKind kind)
    {
        switch (rest[0])
        {
            case (byte)'"':
                kind = SliceKind.Text;
                var end = rest[1..].IndexOfAny(TextEnds) + 1;
                return end > 0 && rest[end] == '"' ? end + 1 : 0;
            case (byte)'n':
                kind = SliceKind.Null;
                return rest.StartsWith("null"u8) ? 4 : 0;
            case (byte)'t':
                kind = SliceKind.True;
                return rest.StartsWith("true"u8) ? 4 : 0;
            case (byte)'f':
                kind = SliceKind.False;
                return rest.StartsWith("false"u8) ? 5 : 0;
            default:
                kind = SliceKind.Number;
                return LengthOfNumber(rest);
        }
    }

    private static int LengthOfNumber(ReadOnlySpan<byte> rest)
    {
        var first = rest[0] == '-' ? 1 : 0;
        var end = Digits(rest, first);
        if (end == first || (end > first + 1 && rest[first] == (byte)'0'))
        {
            return 0;
        }

        if (end < rest.Length && rest[end] == '.')
        {
            var fraction = end + 1;
            end = Digits(rest, fraction);
            if (end == fraction)
            {
                return 0;
            }
        }

        return end < rest.Length && rest[end] is (byte)',' or (byte)'}' ? end : 0;
    }

    private static int Digits(ReadOnlySpan<byte> text, int start)
    {
        while (start < text.Length && char.IsAsciiDigit((char)text[start]))
        {
            start++;
        }

        return start;
    }

    private static int LengthByReader(ReadOnlySpan<byte> rest, out SliceKind kind)
    {
        var reader = AnswerJson.Reader(rest);
        try
        {
            reader.Read();
            kind = JsonSlice.KindOf(ref reader);
            reader.Skip();
            return (int)reader.BytesConsumed;
        }
        catch (JsonException) when (AnswerJson.IsTooDeep(reader))
        {
            throw new GainsightProtocolException(
                $"A value of the answer is nested deeper than {AnswerJson.MaxDepth} levels, which is the limit. Leave the field with such values out of the selection.");
        }
    }
}
