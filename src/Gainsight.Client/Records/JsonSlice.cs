using System.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>A JSON token as it came: a string with its quotes and escapes, a number, a literal, or a whole array or object.</summary>
internal readonly ref struct JsonSlice(SliceKind kind, ReadOnlySpan<byte> raw)
{
    public SliceKind Kind { get; } = kind;

    /// <summary>The bytes of the token, which are valid JSON.</summary>
    public ReadOnlySpan<byte> Raw { get; } = raw;

    public bool IsText => Kind is SliceKind.Text or SliceKind.EscapedText;

    /// <summary>Whether there is no value: null, absent, or the empty text that Gainsight sends for an empty date.</summary>
    public bool IsBlank => Kind is SliceKind.Null or SliceKind.Absent || (IsText && Raw.Length == 2);

    /// <summary>The slice of a JSON text that holds one value.</summary>
    public static JsonSlice Of(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return new JsonSlice(KindOf(ref reader), json);
    }

    /// <summary>The kind of the token that a reader stands on.</summary>
    public static SliceKind KindOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => SliceKind.Null,
        JsonTokenType.String => reader.ValueIsEscaped ? SliceKind.EscapedText : SliceKind.Text,
        JsonTokenType.Number => SliceKind.Number,
        JsonTokenType.True => SliceKind.True,
        JsonTokenType.False => SliceKind.False,
        _ => SliceKind.Structure,
    };

    /// <summary>The text of a string, or the raw token of anything else. <paramref name="scratch"/> is used when there are escapes and room.</summary>
    public ReadOnlySpan<byte> Text(Span<byte> scratch)
    {
        if (Kind == SliceKind.Text)
        {
            return Raw[1..^1];
        }

        if (Kind != SliceKind.EscapedText)
        {
            return Raw;
        }

        var target = Raw.Length <= scratch.Length ? scratch : new byte[Raw.Length];
        var reader = new Utf8JsonReader(Raw);
        reader.Read();
        return target[..reader.CopyString(target)];
    }

    /// <summary>The text of a string, or the raw token of anything else, as a string.</summary>
    /// <exception cref="InvalidOperationException">The text holds an escape that stands for no character.</exception>
    public string GetString()
    {
        if (Kind != SliceKind.EscapedText)
        {
            return Encoding.UTF8.GetString(Kind == SliceKind.Text ? Raw[1..^1] : Raw);
        }

        var reader = new Utf8JsonReader(Raw);
        reader.Read();
        return reader.GetString()!;
    }

    public JsonElement ToElement()
    {
        var reader = new Utf8JsonReader(Raw);
        return JsonElement.ParseValue(ref reader);
    }
}
