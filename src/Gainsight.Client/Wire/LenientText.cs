using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads texts and names of answers. Invalid UTF-8 and lone surrogates become replacement characters, where .NET throws.</summary>
/// <remarks>A proxy's encoding or a truncated message must not make the rest of the answer unreadable.</remarks>
internal static class LenientText
{
    /// <summary>The string at the position of a reader.</summary>
    public static string Of(ref Utf8JsonReader reader) => Of(reader.ValueSpan);

    /// <summary>The string of an element.</summary>
    public static string Of(JsonElement text) => Of(JsonMarshal.GetRawUtf8Value(text)[1..^1]);

    /// <summary>The name of a member.</summary>
    public static string NameOf(JsonProperty member) => Of(JsonMarshal.GetRawUtf8PropertyName(member));

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

    private static string Of(ReadOnlySpan<byte> escaped) =>
        escaped.Contains((byte)'\\') ? Unescape(escaped) : Encoding.UTF8.GetString(escaped);

    private static bool Is(ReadOnlySpan<byte> escaped, ReadOnlySpan<byte> text) =>
        escaped.SequenceEqual(text) || (escaped.Contains((byte)'\\') && Unescape(escaped) == Encoding.UTF8.GetString(text));

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
