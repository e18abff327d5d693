using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Reads members of a request body, and refuses values of the wrong kind.</summary>
internal static class RequestJson
{
    public static string Text(JsonElement json, string key) =>
        Member(json, key) is { ValueKind: JsonValueKind.String } value
            ? value.GetString()!
            : throw RefusedException.BadRequest($"The request has no {key}.");

    public static int Int32(JsonElement json, string key, int otherwise) => Member(json, key) switch
    {
        null => otherwise,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out var number) => number,
        _ => throw RefusedException.BadRequest($"The {key} must be a whole number."),
    };

    /// <summary>The member, or null if it is missing or null.</summary>
    public static JsonElement? Member(JsonElement json, string key) => json.ValueKind switch
    {
        JsonValueKind.Object when json.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null => value,
        JsonValueKind.Object => null,
        _ => throw RefusedException.BadRequest("The request must be an object."),
    };
}
