using System.Globalization;
using System.Text.Json;

namespace Gainsight.Client;

/// <content>Fields as texts, under names of the application.</content>
public abstract partial class GainsightRecord
{
    /// <summary>The values of fields as texts, under names of the application, such as those of its settings.</summary>
    /// <remarks>
    /// Texts do not depend on the culture: <c>1250.5</c>, <c>True</c>. The items of a multi-select field are separated by <c>;</c>. A date is the text or number of
    /// the answer, or ISO 8601 if it was set. A field that is absent, null or empty has no entry.
    /// </remarks>
    /// <param name="fields">The API name of the field for each name, such as <c>["score"] = "NPSScore"</c>. A dot path is allowed.</param>
    /// <returns>The texts, by the names of the application.</returns>
    /// <exception cref="GainsightProtocolException">A loaded text has an invalid escape.</exception>
    /// <example><code>row.GetTexts(new Dictionary&lt;string, string&gt; { ["score"] = "NPSScore" })["score"]</code></example>
    public Dictionary<string, string> GetTexts(IEnumerable<KeyValuePair<string, string>> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((var name, var field) in fields)
        {
            if (TextOf(this[field]) is { Length: > 0 } text)
            {
                texts[name] = text;
            }
        }

        return texts;
    }

    private static string? TextOf(object? value) => value switch
    {
        IEnumerable<string> items => string.Join(';', items),
        JsonElement { ValueKind: JsonValueKind.Array } list => TextOf(list),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string TextOf(JsonElement list)
    {
        var items = new List<string>();
        foreach (var item in list.EnumerateArray())
        {
            items.Add(item.ToString());
        }

        return string.Join(';', items);
    }
}
