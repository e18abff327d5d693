using System.Globalization;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Finds the members of a bulk job's answer, in <c>data</c> or at the root.</summary>
/// <param name="root">The answer.</param>
internal readonly struct BulkAnswer(JsonElement root)
{
    public static long? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && decimal.IsInteger(number) && number is >= 0 and <= long.MaxValue
            ? (long)number
            : null;

    /// <summary>Finds the member with one of the names: first in <c>data</c>, then at the root.</summary>
    public JsonElement? Find(params ReadOnlySpan<string> names) =>
        (LenientJson.Find(root, "data") is { } data ? LenientJson.Find(data, names) : null) ?? LenientJson.Find(root, names);

    public string? Text(params ReadOnlySpan<string> names) => Find(names) is { } value ? LenientJson.TextOf(value) : null;
}
