using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Finds members of answers whose exact names are unknown: only the letters of the names are compared.</summary>
internal static class LenientJson
{
    /// <summary>The first member of the object with one of the names, in the order of the names. Null when there is none, or the element is not an object.</summary>
    /// <param name="element">Any JSON.</param>
    /// <param name="names">Names in lower case, letters only.</param>
    public static JsonElement? Find(JsonElement element, params ReadOnlySpan<string> names)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var name in names)
        {
            foreach (var member in element.EnumerateObject())
            {
                if (member.Value.ValueKind != JsonValueKind.Null && IsNamed(member, name))
                {
                    return member.Value;
                }
            }
        }

        return null;
    }

    /// <summary>The text of the first such member with a text, several values joined by <c>;</c>. Null when there is none.</summary>
    public static string? FindText(JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Find(element, name) is { } value && TextOf(value) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>The value as text. Null for an object, an empty text and an empty array.</summary>
    public static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => AnswerJson.Text(value) is { Length: > 0 } text ? text : null,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        JsonValueKind.Array when value.GetArrayLength() > 0 => string.Join(';', ListOf(value, TextOf)),
        _ => null,
    };

    /// <summary>The value as an id: a text or a number. Null for anything else.</summary>
    public static string? IdOf(JsonElement value) => value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? TextOf(value) : null;

    /// <summary>The items of an array. An object counts as an array of itself, any other value as an empty array.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.Object => [value],
        _ => [],
    };

    /// <summary>Converts the items of an array.</summary>
    /// <remarks>LINQ over a struct adds specialized code to native programs.</remarks>
    public static List<T> ListOf<T>(JsonElement array, Func<JsonElement, T> read)
    {
        var items = new List<T>(array.GetArrayLength());
        foreach (var item in array.EnumerateArray())
        {
            items.Add(read(item));
        }

        return items;
    }

    /// <summary>Whether a member has one of the names.</summary>
    /// <param name="member">A member of an object.</param>
    /// <param name="names">Names in lower case, letters only.</param>
    public static bool IsNamed(JsonProperty member, params ReadOnlySpan<string> names)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(member);
        if (raw.Contains((byte)'\\'))
        {
            raw = Encoding.UTF8.GetBytes(AnswerJson.NameOf(member));
        }

        foreach (var name in names)
        {
            if (Matches(raw, name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Matches(ReadOnlySpan<byte> member, string name)
    {
        var matched = 0;
        foreach (var character in member)
        {
            if (!char.IsAsciiLetter((char)character))
            {
                continue;
            }

            if (matched == name.Length || (character | 0x20) != name[matched])
            {
                return false;
            }

            matched++;
        }

        return matched == name.Length;
    }
}
