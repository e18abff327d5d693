using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>
/// Flattens <c>data.errors</c>, which is an array of arrays in some sources and a flat array in others, and <c>data.failure</c>, whose
/// objects map the reference of a record to a text, an error or several errors (inferred, unconfirmed).
/// </summary>
internal static class RecordErrorReader
{
    private static readonly SearchValues<char> CodeCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>More errors than the rows of a call can have. Reading the first of them only would make good rows of bad ones.</summary>
    private const int MaxErrors = 10_000;

    private const string NoMessage = "Gainsight refused the value without a reason.";

    /// <summary>The errors, in order. Empty when there are none.</summary>
    /// <exception cref="GainsightProtocolException">There are more than 10,000.</exception>
    public static IReadOnlyList<RecordError> Read(ReadOnlyMemory<byte> json)
    {
        if (json.IsEmpty)
        {
            return [];
        }

        var errors = new List<RecordError>();
        using var document = AnswerJson.Parse(json);
        Collect(document.RootElement, errors, isReason: false);
        return errors;
    }

    /// <summary>The field named in the text of a refusal, as in <c>… (Stage = Orbiting).</c>, or null.</summary>
    public static string? FieldIn(string? description)
    {
        ReadOnlySpan<char> rest = description;
        var open = rest.IndexOf('(');
        var equals = open < 0 ? -1 : rest[open..].IndexOf('=');
        if (equals < 0)
        {
            return null;
        }

        var name = rest.Slice(open + 1, equals - 1).Trim();
        foreach (var character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '_')
            {
                return null;
            }
        }

        return name.IsEmpty ? null : name.ToString();
    }

    private static void Collect(JsonElement element, List<RecordError> errors, bool isReason)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item, errors, isReason);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            // Each value is read once: a nesting that is read twice at each level would take exponential time.
            var before = errors.Count;
            CollectMembers(element, errors, areErrors: true);
            if (errors.Count == before && !AddLeaf(element, errors))
            {
                CollectMembers(element, errors, areErrors: false);
            }
        }
        else if (isReason && element.ValueKind == JsonValueKind.String && AnswerJson.Text(element) is { Length: > 0 } text)
        {
            Add(OfText(text), errors);
        }
    }

    /// <summary>Reads <c>COCKPIT_9700: Missing mandatory fields for create - CompanyId</c>.</summary>
    /// <summary>Collects from the members that are named errors, or from all others.</summary>
    private static void CollectMembers(JsonElement element, List<RecordError> errors, bool areErrors)
    {
        foreach (var member in element.EnumerateObject())
        {
            if (AnswerJson.Is(JsonMarshal.GetRawUtf8PropertyName(member), "errors"u8) == areErrors)
            {
                Collect(member.Value, errors, isReason: true);
            }
        }
    }

    private static RecordError OfText(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var code = colon > 0 && !text.AsSpan(0, colon).ContainsAnyExcept(CodeCharacters) ? text[..colon] : null;

        // In other texts a value may follow the dash.
        var dash = text.Contains("mandatory field", StringComparison.OrdinalIgnoreCase) ? text.LastIndexOf(" - ", StringComparison.Ordinal) : -1;
        var field = dash > 0 && !text.AsSpan(dash + 3).Trim().ContainsAnyExcept(NameCharacters) ? text[(dash + 3)..].Trim() : null;
        return new(code, code is null ? text : text[(colon + 1)..].TrimStart(), string.IsNullOrEmpty(field) ? null : field);
    }

    private static bool AddLeaf(JsonElement leaf, List<RecordError> errors)
    {
        var code = Text(leaf, "errorCode"u8) ?? Text(leaf, "code"u8);
        var message = Text(leaf, "errorMessage"u8) ?? Text(leaf, "errorDesc"u8) ?? Text(leaf, "message"u8);
        var field = Text(leaf, "fieldName"u8);
        if (code is null && message is null && field is null)
        {
            return false;
        }

        Add(new RecordError(code, message ?? NoMessage, field, Text(leaf, "invalidValue"u8)), errors);
        return true;
    }

    private static void Add(RecordError error, List<RecordError> errors)
    {
        if (errors.Count == MaxErrors)
        {
            throw new GainsightProtocolException(
                $"The answer lists more than {MaxErrors} errors, which is more than a call can have. What became of its records is unknown.");
        }

        errors.Add(error);
    }

    private static string? Text(JsonElement leaf, ReadOnlySpan<byte> name) =>
        Text(AnswerJson.Member(leaf, name));

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => AnswerJson.Text(value) is { Length: > 0 } text ? text : null,
        JsonValueKind.Array => value.GetArrayLength() == 0 ? null : string.Join(';', LenientJson.ListOf(value, Text)),
        _ => AnswerJson.Raw(value),
    };
}
