using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Flattens <c>data.errors</c>, which some sources show as an array of arrays and others as a flat one.</summary>
internal static class RecordErrorReader
{
    private const string NoMessage = "Gainsight refused the value without a reason.";

    /// <summary>The leaves in their order; empty when there are none.</summary>
    public static IReadOnlyList<RecordError> Read(ReadOnlyMemory<byte> json)
    {
        if (json.IsEmpty)
        {
            return [];
        }

        var errors = new List<RecordError>();
        using var document = JsonDocument.Parse(json);
        Collect(document.RootElement, errors);
        return errors;
    }

    /// <summary>The field that the text of a refusal names, as in <c>… (Stage = Orbiting).</c>, or null.</summary>
    public static string? FieldIn(string? description)
    {
        ReadOnlySpan<char> rest = description;
        int open = rest.IndexOf('(');
        int equals = open < 0 ? -1 : rest[open..].IndexOf('=');
        if (equals < 0)
        {
            return null;
        }

        ReadOnlySpan<char> name = rest.Slice(open + 1, equals - 1).Trim();
        foreach (char character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '_')
            {
                return null;
            }
        }

        return name.IsEmpty ? null : name.ToString();
    }

    private static void Collect(JsonElement element, List<RecordError> errors)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
            {
                Collect(item, errors);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            int before = errors.Count;
            if (element.TryGetProperty("errors"u8, out JsonElement nested))
            {
                Collect(nested, errors);
            }

            if (errors.Count == before)
            {
                AddLeaf(element, errors);
            }
        }
    }

    private static void AddLeaf(JsonElement leaf, List<RecordError> errors)
    {
        string? code = Text(leaf, "errorCode"u8) ?? Text(leaf, "code"u8);
        string? message = Text(leaf, "errorMessage"u8) ?? Text(leaf, "errorDesc"u8) ?? Text(leaf, "message"u8);
        string? field = Text(leaf, "fieldName"u8);
        if (code is not null || message is not null || field is not null)
        {
            errors.Add(new RecordError(code, message ?? NoMessage, field, Text(leaf, "invalidValue"u8)));
        }
    }

    private static string? Text(JsonElement leaf, ReadOnlySpan<byte> name) =>
        leaf.TryGetProperty(name, out JsonElement value) ? Text(value) : null;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
        JsonValueKind.Array => value.GetArrayLength() == 0 ? null : string.Join(';', value.EnumerateArray().Select(Text)),
        _ => value.GetRawText(),
    };
}
