using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads texts that are meant for people. Invalid UTF-8 and lone surrogates become replacement characters.</summary>
/// <remarks>A proxy's encoding or a truncated message must not make the rest of the answer unreadable.</remarks>
internal static class LenientText
{
    /// <summary>The string at the position of a reader.</summary>
    public static string Of(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unescape(reader.ValueSpan);
        }
    }

    /// <summary>The string of an element.</summary>
    public static string Of(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unescape(JsonMarshal.GetRawUtf8Value(text)[1..^1]);
        }
    }

    /// <summary>The JSON of an element.</summary>
    public static string Raw(JsonElement value) => Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(value));

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
