using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Objectives as the value of a field. The JSON form is the one in which records keep their lookups.</summary>
internal static class ObjectiveList
{
    public static IReadOnlyList<Cta>? Read(JsonElement? json)
    {
        if (json is null or { ValueKind: JsonValueKind.Null })
        {
            return null;
        }

        return json is { ValueKind: JsonValueKind.Array } list && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object)
            ? LenientJson.ListOf(list, ReadOne)
            : throw new GainsightProtocolException($"{SuccessPlanFields.Objectives} is not a list of objectives.");
    }

    public static JsonElement? ToJson(IReadOnlyList<Cta>? objectives)
    {
        if (objectives is null)
        {
            return null;
        }

        if (objectives.Contains(null))
        {
            throw new ArgumentException("An objective is null.", nameof(objectives));
        }

        using var body = JsonBody.Create(objectives, static (writer, items) =>
        {
            writer.WriteStartArray();
            foreach (var item in items)
            {
                RecordJson.Write(writer, item);
            }

            writer.WriteEndArray();
        });
        using var document = JsonDocument.Parse(body.Memory);
        return document.RootElement.Clone();
    }

    private static Cta ReadOne(JsonElement json)
    {
        var objective = new Cta();
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(json.GetRawText()));
        reader.Read();
        RecordJson.Read(ref reader, objective);
        return objective;
    }
}
