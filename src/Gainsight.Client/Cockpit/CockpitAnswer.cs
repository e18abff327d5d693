using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads whether the answer to a write of one record says that it was written, and its GSID.</summary>
/// <remarks>
/// Two emulators written from the official page agree on <c>success: [{ reference: gsid }]</c> for CTAs; the answer for goals is unknown.
/// So the names of members may be in any case, lists may be missing or single objects, and a GSID may stand under its own name.
/// </remarks>
internal readonly record struct CockpitAnswer(bool IsWritten, string? Gsid)
{
    private const string Success = "success";

    /// <summary>Reads the JSON of <c>data</c>.</summary>
    /// <param name="data">The JSON; empty when the answer has none.</param>
    /// <param name="reference">The reference id that was sent, or null where there is none.</param>
    public static CockpitAnswer Read(ReadOnlyMemory<byte> data, string? reference)
    {
        if (data.IsEmpty)
        {
            return default;
        }

        using var document = JsonDocument.Parse(data);
        JsonElement root = document.RootElement;
        foreach (JsonElement part in Items(root))
        {
            if (Member(part, Success) is { } success)
            {
                return Find(success, reference, isSuccess: true);
            }
        }

        return Member(root, "failure") is null ? Find(root, reference, isSuccess: false) : default;
    }

    private static CockpitAnswer Find(JsonElement element, string? reference, bool isSuccess)
    {
        foreach (JsonElement item in Items(element))
        {
            if (Text(Member(item, SystemFields.Gsid.Name)) is { } gsid)
            {
                return new(true, gsid);
            }

            // Without a reference of ours a record goes by one that the tenant made, such as its position.
            JsonElement? own = reference is not null ? Member(item, reference) : isSuccess ? Only(item) : null;
            if (own is { } named)
            {
                return new(true, Text(named) ?? Text(Member(named, SystemFields.Gsid.Name)));
            }
        }

        return default;
    }

    private static JsonElement? Only(JsonElement element)
    {
        JsonProperty[] members = element.ValueKind == JsonValueKind.Object ? [.. element.EnumerateObject()] : [];
        return members.Length == 1 ? members[0].Value : null;
    }

    private static IEnumerable<JsonElement> Items(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray(),
        JsonValueKind.Object => [element],
        _ => [],
    };

    private static JsonElement? Member(JsonElement? element, string name)
    {
        if (element is { ValueKind: JsonValueKind.Object } json)
        {
            foreach (JsonProperty property in json.EnumerateObject())
            {
                if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
                {
                    return property.Value;
                }
            }
        }

        return null;
    }

    private static string? Text(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.String } json && json.GetString() is { Length: > 0 } text ? text : null;
}
