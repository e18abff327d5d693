using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <content>Reads members of the seed, and says what is wrong with them.</content>
internal static partial class TenantSeed
{
    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value.ToString() : null;

    private static bool Flag(JsonElement json, string name, bool otherwise) =>
        !json.TryGetProperty(name, out var value) ? otherwise
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw Wrong($"In the seed, {name} must be true or false");

    private static int Length(JsonElement json, int otherwise) =>
        !json.TryGetProperty("length", out var value) ? otherwise
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var length) && length > 0 ? length
        : throw Wrong("In the seed, length must be a whole number above 0");

    private static List<JsonElement> Items(JsonElement json, string what) => json.ValueKind switch
    {
        JsonValueKind.Undefined => [],
        JsonValueKind.Array => [.. json.EnumerateArray()],
        _ => throw Wrong($"In the seed, {what} must be a list"),
    };

    private static List<JsonProperty> Members(JsonElement json, string what) => json.ValueKind switch
    {
        JsonValueKind.Undefined => [],
        JsonValueKind.Object => [.. json.EnumerateObject()],
        _ => throw Wrong($"{what} must be an object"),
    };

    /// <summary>A member that is misspelt would else be left out without a word.</summary>
    private static void AllowOnly(JsonElement json, string what, params string[] names)
    {
        foreach (var member in Members(json, what))
        {
            if (!names.Contains(member.Name))
            {
                throw Wrong($"{what} has an unknown member {member.Name}");
            }
        }
    }

    private static ArgumentException Wrong(string message) => new(message + ".");
}
