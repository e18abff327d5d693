using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Lists of texts as field values. They are arrays, whatever the tenant's form of multi-selects is.</summary>
internal static class TextList
{
    public static IReadOnlyList<string>? Read(JsonElement? json, Field field) => json switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Array } list when list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            LenientJson.ListOf(list, item => item.GetString()!),
        _ => throw new GainsightProtocolException($"{field} is not a list of texts."),
    };

    public static JsonElement? ToJson(IReadOnlyList<string>? texts)
    {
        if (texts is null)
        {
            return null;
        }

        using var body = JsonBody.Create(texts, static (writer, items) =>
        {
            writer.WriteStartArray();
            foreach (var item in items)
            {
                writer.WriteStringValue(item);
            }

            writer.WriteEndArray();
        });
        using var document = JsonDocument.Parse(body.Memory);
        return document.RootElement.Clone();
    }
}
