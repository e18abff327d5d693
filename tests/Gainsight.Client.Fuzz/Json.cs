using System.Text;
using System.Text.Json;

namespace Gainsight.Client.Fuzz;

/// <summary>What System.Text.Json says of a document.</summary>
internal static class Json
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = AnswerJson.MaxDepth };

    /// <summary>The document, or null when it is not JSON.</summary>
    public static JsonDocument? TryParse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The name of a member, or null when it holds half a character.</summary>
    public static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static bool IsUtf8(ReadOnlySpan<byte> text) => System.Text.Unicode.Utf8.IsValid(text);

    public static string Text(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text);
}
