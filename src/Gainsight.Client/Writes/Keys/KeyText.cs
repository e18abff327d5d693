using System.Globalization;
using System.Text;

namespace Gainsight.Client;

/// <summary>The values of keys as text: as they are asked for, and as they are compared.</summary>
internal static class KeyText
{
    private const char Separator = '\u001f';

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The values of all keys as one text that is equal for equal keys, or null when a key has no value.</summary>
    /// <param name="record">The record.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="format">How values are written.</param>
    /// <param name="caseless">The key whose case does not matter, or null.</param>
    public static string? Of(GainsightRecord record, IdentifierKeys keys, WireFormat format, Field? caseless = null)
    {
        var parts = new string[keys.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            if (ValueOf(record, keys[i], format) is not { } part)
            {
                return null;
            }

            parts[i] = ReferenceEquals(keys[i], caseless) || keys[i].DataType == DataType.Email ? part.ToUpperInvariant() : part;
        }

        return parts.Length == 1 ? parts[0] : string.Join(Separator, parts);
    }

    /// <summary>The value of one key as it is asked for, numbers in one form; null when there is none, or one that cannot be asked for.</summary>
    public static string? ValueOf(GainsightRecord record, Field key, WireFormat format)
    {
        if (!record.TryGetText(key.Name, format, out var text) || string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return key.DataType == DataType.Number ? Number(text) : IsWhole(text) ? text : null;
    }

    // Dividing by a one with many digits takes trailing zeros away.
    private static string? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture)
            : null;

    /// <summary>Half a character would be stored as another one, and never be found again.</summary>
    private static bool IsWhole(string text)
    {
        try
        {
            return Strict.GetByteCount(text) > 0;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
