using System.Globalization;
using System.Text;

namespace Gainsight.Client;

/// <summary>Forms of a key's value.</summary>
internal static class KeyText
{
    /// <summary>The text as a tenant may compare it: without white space around it, composed, without case.</summary>
    public static string Fold(string text)
    {
        var trimmed = text.Trim();
        if (Ascii.IsValid(trimmed))
        {
            return trimmed.ToUpperInvariant();
        }

        return LetterComposition.Compose((IsComposed(trimmed) ? trimmed : trimmed.Normalize(NormalizationForm.FormC)).ToUpperInvariant());
    }

    /// <summary>A Salesforce id in its form of 18 characters: the last three tell the case of the first fifteen. Other texts stay as they are.</summary>
    public static string SalesforceId(string text)
    {
        const int length = 15, group = 5;
        const string suffixes = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
        var id = text.Trim();
        if (id.Length != length || !id.All(char.IsAsciiLetterOrDigit))
        {
            return id;
        }

        Span<char> suffix = stackalloc char[length / group];
        for (var i = 0; i < suffix.Length; i++)
        {
            var bits = 0;
            for (var j = 0; j < group; j++)
            {
                bits |= char.IsAsciiLetterUpper(id[(i * group) + j]) ? 1 << j : 0;
            }

            suffix[i] = suffixes[bits];
        }

        return string.Concat(id, suffix);
    }

    private static bool IsComposed(string text)
    {
        try
        {
            return text.IsNormalized();
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair. It is not composed with anything.
            return true;
        }
    }

    /// <summary>A number in one form, or null when the text is no number.</summary>
    public static string? Number(string text) =>

        // Division by a one with many digits removes trailing zeros.
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture)
            : null;
}
