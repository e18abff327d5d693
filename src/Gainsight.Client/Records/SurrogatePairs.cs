using System.Buffers;

namespace Gainsight.Client;

/// <summary>Half a surrogate pair is no character. It would be stored as another one (U+FFFD), so that the tenant has a text that nobody gave.</summary>
internal static class SurrogatePairs
{
    private static readonly SearchValues<char> Halves = SearchValues.Create(string.Create(0x800, '\uD800', static (all, first) =>
    {
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = (char)(first + i);
        }
    }));

    /// <summary>Whether a text has half a surrogate pair.</summary>
    public static bool HasHalf(ReadOnlySpan<char> text)
    {
        var start = text.IndexOfAny(Halves);
        if (start < 0)
        {
            return false;
        }

        for (var i = start; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
            {
                return true;
            }

            i++;
        }

        return false;
    }

    /// <summary>The failure of a row with a text that has half a surrogate pair.</summary>
    public static GainsightProtocolException Unwritable(string text, string field) =>
        new($"The text of the field '{field}' has half a surrogate pair, which is no character. Remove it. A text that was cut inside an emoji ends like this.")
        {
            RequestMayHaveArrived = false,
            Field = field,
            InvalidValue = text,
        };
}
