using System.Net;
using System.Text.Json;

namespace Gainsight.Client.Emulator.Tests;

/// <summary>A response that was read to its end.</summary>
internal sealed class Answer(HttpResponseMessage response, string text)
{
    public HttpStatusCode Status { get; } = response.StatusCode;

    public string Text { get; } = text;

    public string? ContentType { get; } = response.Content.Headers.ContentType?.MediaType;

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public bool Result => Json.GetProperty("result").GetBoolean();

    public string? Code => Json.GetProperty("errorCode").GetString();

    public string? Description => Json.GetProperty("errorDesc").GetString();

    public JsonElement Data => Json.GetProperty("data");

    public IReadOnlyList<JsonElement> Records => [.. Data.GetProperty("records").EnumerateArray()];

    public string Gsid(int index = 0) => Records[index].GetProperty("Gsid").GetString()!;

    public IReadOnlyList<string?> Texts(string key) => [.. Records.Select(record => record.GetProperty(key).GetString())];

    public string? Header(string name) => response.Headers.TryGetValues(name, out var values) ? values.Single() : null;

    /// <summary>The innermost errors, at any depth.</summary>
    public IReadOnlyList<(string Code, string Field)> Leaves() => [.. Leaves(Data.GetProperty("errors"))];

    private static IEnumerable<(string Code, string Field)> Leaves(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Leaves),
        JsonValueKind.Object when json.TryGetProperty("errors", out var inner) => Leaves(inner),
        JsonValueKind.Object => [(json.GetProperty("errorCode").GetString()!, json.GetProperty("fieldName").GetString()!)],
        _ => [],
    };
}
