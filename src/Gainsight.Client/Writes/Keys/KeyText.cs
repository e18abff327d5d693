using System.Globalization;
using System.Text;

namespace Gainsight.Client;

/// <summary>Forms of a key's value.</summary>
internal static class KeyText
{
    /// <summary>The text as a tenant may compare it: without white space around it, composed, without case.</summary>
    /// <param name="text">A text without half surrogate pairs.</param>
    public static string Fold(string text)
    {
        var trimmed = text.Trim();
        return (trimmed.IsNormalized() ? trimmed : trimmed.Normalize(NormalizationForm.FormC)).ToUpperInvariant();
    }

    /// <summary>A number in one form, or null when the text is no number.</summary>
    // Division by a one with many digits removes trailing zeros.
    public static string? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture)
            : null;
}
