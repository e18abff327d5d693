using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads from the answer to a write of one record whether it was written, and its GSID.</summary>
/// <remarks>
/// Two emulators written from the official page agree on <c>success: [{ reference: gsid }]</c> for CTAs. The answer for goals is unknown.
/// So member names can be in any case, a list can be missing or a single object, and a GSID can be a member of its own.
/// </remarks>
internal readonly record struct CockpitAnswer(bool IsWritten, string? Gsid)
{
    /// <summary>Reads the JSON of <c>data</c>.</summary>
    /// <param name="data">The JSON. Empty when the answer has none.</param>
    /// <param name="reference">The reference id that was sent, or null when there is none.</param>
    public static CockpitAnswer Read(ReadOnlyMemory<byte> data, string? reference)
    {
        if (data.IsEmpty)
        {
            return default;
        }

        using var document = AnswerJson.Parse(data);
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
        var isId = true;
        foreach (var item in LenientJson.Items(element))
        {
            if (LenientJson.FindText(item, "gsid") is { } gsid)
            {
                return new(true, gsid);
            }

            // Without a reference id of ours, the tenant names a record by an id of its own, such as its position.
            var own = reference is not null ? Under(item, reference) : isSuccess ? Only(item, out isId) : null;
            if (own is { } named)
            {
                return new(true, (isId ? LenientJson.IdOf(named) : null) ?? LenientJson.FindText(named, "gsid"));
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
                if (string.Equals(AnswerJson.NameOf(member), reference, StringComparison.OrdinalIgnoreCase))
                {
                    return member.Value;
                }
            }
        }

        return null;
    }

    /// <summary>The only member of an object, and whether its name can be an id. The name of a field has no digits, and its value is no GSID of the record.</summary>
    private static JsonElement? Only(JsonElement item, out bool isId)
    {
        if (item.ValueKind != JsonValueKind.Object || item.EnumerateObject().ToArray() is not [JsonProperty only])
        {
            isId = false;
            return null;
        }

        isId = AnswerJson.NameOf(only).Any(char.IsAsciiDigit);
        return only.Value;
    }
}
