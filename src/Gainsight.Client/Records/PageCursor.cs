using System.Buffers;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>
/// Walks over the rows of a page, one token at a time. What nearly every value is, a text without escapes, a plain number or a literal, is told
/// here; whatever else JSON allows is left to <see cref="Utf8JsonReader"/>.
/// </summary>
internal ref struct PageCursor(ReadOnlySpan<byte> json)
{
    /// <summary>What ends a text that is taken as it stands: its quote, an escape, and the control characters that JSON forbids.</summary>
    private static readonly SearchValues<byte> TextEnds = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (byte)code), (byte)'"', (byte)'\\']);

    private readonly ReadOnlySpan<byte> _json = json;

    /// <summary>How far the page has been read.</summary>
    public int Position { get; private set; }

    /// <summary>Goes past so many bytes.</summary>
    public void Skip(int length) => Position += length;

    /// <summary>Goes past exactly these bytes, if they are the next.</summary>
    public bool TrySkip(ReadOnlySpan<byte> known)
    {
        if (!_json[Position..].StartsWith(known))
        {
            return false;
        }

        Position += known.Length;
        return true;
    }

    /// <summary>Goes past white space, and past this sign if it comes next.</summary>
    /// <exception cref="JsonException">The page ends here.</exception>
    public bool TryReadSign(char sign)
    {
        var isNext = Peek() == sign;
        Position += isNext ? 1 : 0;
        return isNext;
    }

    /// <summary>Goes past the comma before the next item, or past the sign that ends the items.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public bool ReadsOn(char end)
    {
        var sign = Peek();
        Position++;
        return sign == ',' || (sign == end ? false : throw new JsonException());
    }

    /// <summary>Goes past a name and its colon.</summary>
    /// <exception cref="JsonException">It is not a name.</exception>
    public JsonSlice ReadName()
    {
        var raw = ReadValue(out var kind);
        var name = new JsonSlice(kind, raw);
        return name.IsText && TryReadSign(':') ? name : throw new JsonException();
    }

    /// <summary>Goes past white space and the token after it, or the whole array or object.</summary>
    /// <exception cref="JsonException">There is no token, or it breaks off.</exception>
    public ReadOnlySpan<byte> ReadValue(out SliceKind kind)
    {
        Peek();
        var rest = _json[Position..];
        var length = LengthOf(rest, out kind);
        if (length == 0)
        {
            length = LengthOfAny(rest, out kind);
        }

        Position += length;
        return rest[..length];
    }

    /// <summary>Goes past white space and tells what follows.</summary>
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

    private static int LengthOfAny(ReadOnlySpan<byte> rest, out SliceKind kind)
    {
        var reader = new Utf8JsonReader(rest);
        reader.Read();
        kind = JsonSlice.KindOf(ref reader);
        reader.Skip();
        return (int)reader.BytesConsumed;
    }
}
