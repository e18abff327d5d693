using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Opens the JSON of answers with the limits that all readers share, and reads its texts and names.</summary>
/// <remarks>
/// In texts and names, invalid UTF-8 and lone surrogates become replacement characters, where .NET throws: a proxy's encoding or a truncated message
/// must not make the rest of the answer unreadable.
/// </remarks>
internal static class AnswerJson
{
    /// <summary>How deep arrays and objects can be nested. The default of .NET, 64, is less than a field of type JSON can hold.</summary>
    public const int MaxDepth = 512;

    /// <summary>The size in bytes of the largest JSON that is parsed as a whole. A parsed document takes up to twelve times the memory of its text.</summary>
    private const int MaxDocument = 32 * 1024 * 1024;

    /// <summary>The number of bytes of the longest escape of a character.</summary>
    private const int LongestEscape = 6;

    /// <summary>The depth at which documents of answers stop.</summary>
    public static JsonDocumentOptions DocumentOptions { get; } = new() { MaxDepth = MaxDepth };

    /// <summary>The depth at which the readers of an answer stop.</summary>
    public static JsonReaderOptions Options { get; } = new() { MaxDepth = MaxDepth };

    /// <summary>Whether a reader that refused its JSON stopped at <see cref="MaxDepth"/>. It then still stands at the innermost beginning.</summary>
    public static bool IsTooDeep(in Utf8JsonReader reader) => reader.CurrentDepth >= MaxDepth - 1;

    public static Utf8JsonReader Reader(ReadOnlySpan<byte> json) => new(json, Options);

    /// <summary>Parses JSON that is known to be complete.</summary>
    /// <exception cref="GainsightProtocolException">The JSON is larger than any answer of its kind.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json) => json.Length > MaxDocument
        ? throw new GainsightProtocolException($"The answer has {json.Length} bytes, which is more than an answer of its kind can have ({MaxDocument}).")
        : JsonDocument.Parse(json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json, DocumentOptions);

    /// <summary>The string at the position of a reader.</summary>
    public static string Text(ref Utf8JsonReader reader) => Text(reader.ValueSpan);

    /// <summary>The string of an element.</summary>
    public static string Text(JsonElement text) => Text(JsonMarshal.GetRawUtf8Value(text)[1..^1]);

    /// <summary>The name of a member.</summary>
    public static string NameOf(JsonProperty member) => Text(JsonMarshal.GetRawUtf8PropertyName(member));

    /// <summary>Whether the string at the position of a reader is this one.</summary>
    public static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> text) => Is(reader.ValueSpan, text);

    /// <summary>The member with this name, in this case; undefined when there is none. Of several, the last.</summary>
    public static JsonElement Member(JsonElement element, ReadOnlySpan<byte> name)
    {
        JsonElement found = default;
        foreach (var member in element.EnumerateObject())
        {
            if (Is(JsonMarshal.GetRawUtf8PropertyName(member), name))
            {
                found = member.Value;
            }
        }

        return found;
    }

    /// <summary>The JSON of an element.</summary>
    public static string Raw(JsonElement value) => Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(value));

    private static string Text(ReadOnlySpan<byte> escaped) =>
        escaped.Contains((byte)'\\') ? Unescape(escaped) : Encoding.UTF8.GetString(escaped);

    public static bool Is(ReadOnlySpan<byte> escaped, ReadOnlySpan<byte> text) =>
        escaped.SequenceEqual(text)
        || (escaped.Length <= text.Length * LongestEscape && escaped.Contains((byte)'\\') && Unescape(escaped) == Encoding.UTF8.GetString(text));

    private static string Unescape(ReadOnlySpan<byte> escaped)
    {
        ReadOnlySpan<char> rest = Encoding.UTF8.GetString(escaped);
        var text = new StringBuilder(rest.Length);
        for (int escape; (escape = rest.IndexOf('\\')) >= 0;)
        {
            text.Append(rest[..escape]);
            var kind = rest[escape + 1];
            rest = rest[(escape + 2)..];
            if (kind == 'u')
            {
                text.Append((char)ushort.Parse(rest[..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                rest = rest[4..];
            }
            else
            {
                text.Append(kind switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => kind });
            }
        }

        // The conversion to bytes and back replaces lone surrogates.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Append(rest).ToString()));
    }
}
