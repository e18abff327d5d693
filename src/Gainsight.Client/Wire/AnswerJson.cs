using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Opens the JSON of answers with the limits that all readers share.</summary>
internal static class AnswerJson
{
    /// <summary>How deep arrays and objects can be nested. The default of .NET, 64, is less than a field of type JSON can hold.</summary>
    public const int MaxDepth = 512;

    /// <summary>The size in bytes of the largest JSON that is parsed as a whole. A parsed document takes up to twelve times the memory of its text.</summary>
    private const int MaxDocument = 32 * 1024 * 1024;

    private static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = MaxDepth };

    /// <summary>The depth at which the readers of an answer stop.</summary>
    public static JsonReaderOptions Options { get; } = new() { MaxDepth = MaxDepth };

    /// <summary>Whether a reader that refused its JSON stopped at <see cref="MaxDepth"/>. It then still stands at the innermost beginning.</summary>
    public static bool IsTooDeep(in Utf8JsonReader reader) => reader.CurrentDepth >= MaxDepth - 1;

    public static Utf8JsonReader Reader(ReadOnlySpan<byte> json) => new(json, Options);

    /// <summary>Parses JSON that is known to be complete.</summary>
    /// <exception cref="GainsightProtocolException">The JSON is larger than any answer of its kind.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json) => json.Length > MaxDocument
        ? throw new GainsightProtocolException($"The answer has {json.Length} bytes, which is more than an answer of its kind can have ({MaxDocument}).")
        : JsonDocument.Parse(json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json, DocumentOptions);
}
