using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads whether the answer to a write of one record says that it was written, and its GSID.</summary>
/// <remarks>
/// Two emulators written from the official page agree on <c>success: [{ reference: gsid }]</c> for CTAs; the answer for goals is unknown.
/// So the names of members may be in any case, lists may be missing or single objects, and a GSID may stand under its own name.
/// </remarks>
internal readonly record struct CockpitAnswer(bool IsWritten, string? Gsid)
{
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
        var root = document.RootElement;
        foreach (var part in LenientJson.Items(root))
        {
            if (LenientJson.Find(part, "success") is { } success)
            {
                return Find(success, reference, isSuccess: true);
            }
        }

        return LenientJson.Find(root, "failure") is null ? Find(root, reference, isSuccess: false) : default;
    }

    private static CockpitAnswer Find(JsonElement element, string? reference, bool isSuccess)
    {
        foreach (var item in LenientJson.Items(element))
        {
            if (LenientJson.FindText(item, "gsid") is { } gsid)
            {
                return new(true, gsid);
            }

            // Without a reference of ours a record goes by one that the tenant made, such as its position.
            var own = reference is not null ? Under(item, reference) : isSuccess ? Only(item) : null;
            if (own is { } named)
            {
                return new(true, LenientJson.IdOf(named) ?? LenientJson.FindText(named, "gsid"));
            }
        }

        return default;
    }

    private static JsonElement? Under(JsonElement item, string reference)
    {
        if (item.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in item.EnumerateObject())
            {
                if (string.Equals(member.Name, reference, StringComparison.OrdinalIgnoreCase))
                {
                    return member.Value;
                }
            }
        }

        return null;
    }

    private static JsonElement? Only(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.EnumerateObject().ToArray() is [JsonProperty only] ? only.Value : null;
}
