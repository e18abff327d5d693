using System.Text.Json;

namespace Gainsight.Client.Tool.Doctor;

/// <summary>The member <c>data.errors</c> of an answer to a write.</summary>
/// <param name="Form">Its form, or null if it lists nothing.</param>
/// <param name="Code">The first code in it, or null.</param>
internal sealed record ErrorList(string? Form, string? Code)
{
    /// <summary>Reads the list, also that of a refusal.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>The list.</returns>
    public static ErrorList Of(Answer answer)
    {
        try
        {
            using var body = JsonDocument.Parse(answer.Exchange?.Body ?? "{}"u8.ToArray());
            var errors = Sample.Value(Sample.Value(body.RootElement, "data"), "errors");
            if (errors.ValueKind != JsonValueKind.Array || errors.GetArrayLength() == 0)
            {
                return new(null, null);
            }

            var first = errors[0];
            var form = first.ValueKind == JsonValueKind.Array ? "one list for each row" : "flat";
            return new(form, FindCode(first));
        }
        catch (JsonException)
        {
            // An encoding that is not UTF-8.
            return new(null, null);
        }
    }

    private static string? FindCode(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Select(FindCode).FirstOrDefault(code => code is not null),
        JsonValueKind.Object when Sample.Text(element, "errorCode") is { Length: <= 40 } code && code.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '_') => code,
        JsonValueKind.Object => element.EnumerateObject().Select(member => FindCode(member.Value)).FirstOrDefault(code => code is not null),
        _ => null,
    };
}
