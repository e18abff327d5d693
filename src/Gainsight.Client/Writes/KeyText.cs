namespace Gainsight.Client;

/// <summary>The values of several keys as one text that can be compared.</summary>
internal static class KeyText
{
    private const char Separator = '\u001f';

    /// <summary>The text, or null when a key has no value.</summary>
    public static string? Of(GainsightRecord record, IdentifierKeys keys, WireFormat format)
    {
        if (keys.Count == 1)
        {
            return Part(record, keys[0], format);
        }

        var parts = new string[keys.Count];
        for (int i = 0; i < parts.Length; i++)
        {
            if (Part(record, keys[i], format) is not { } part)
            {
                return null;
            }

            parts[i] = part;
        }

        return string.Join(Separator, parts);
    }

    private static string? Part(GainsightRecord record, Field key, WireFormat format) =>
        record.TryGetText(key.Name, format, out string? text) && !string.IsNullOrEmpty(text)
            ? key.DataType == DataType.Email ? text.ToLowerInvariant() : text
            : null;
}
