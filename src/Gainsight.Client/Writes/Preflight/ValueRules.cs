using System.Globalization;
using System.Net.Mail;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Which values a field accepts, as strict as Gainsight's error codes and the forms that its documentation shows for writes.</summary>
/// <remarks>
/// That numbers and booleans are not accepted as text, and text not as those, is inferred and not confirmed. More decimal places than
/// the field shows are accepted, because no source says that they are refused. Types that are not known here accept every value.
/// </remarks>
internal static class ValueRules
{
    private const int GsidLength = 36;

    private static readonly string[] DateForms =
    [
        "yyyy-MM-dd", "MM-dd-yyyy", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Adds what is wrong with a value that would be sent.</summary>
    public static void Check(FieldDescription field, JsonElement value, List<RecordError> errors)
    {
        if (IsEmpty(field, value))
        {
            if (!field.IsNillable || field.IsRequired)
            {
                errors.Add(new(RecordErrorCodes.NullValue, $"The field {field} cannot be empty. Set a value, or leave the field out.", field.Name));
            }
        }
        else if (field.IsPicklist)
        {
            PicklistRules.Check(field, value, errors);
        }
        else if (Expected(field.DataType, value) is { } expected)
        {
            errors.Add(new(RecordErrorCodes.InvalidValue, $"The field {field} expects {expected}.", field.Name, TextOf(value)));
        }
        else if (IsLimited(field.DataType) && field.Length is > 0 and { } most && value.GetString()!.Length > most)
        {
            errors.Add(new(
                RecordErrorCodes.ValueTooLong,
                $"The field {field} has a limit of {Plural.Of(most, "character")}, and the text has {value.GetString()!.Length}.",
                field.Name,
                TextOf(value)));
        }
    }

    /// <summary>Whether the value empties the field: null, or no items of a multi-select (inferred, unconfirmed).</summary>
    private static bool IsEmpty(FieldDescription field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.Array => field.DataType == DataType.MultiSelect && value.GetArrayLength() == 0,
        JsonValueKind.String => field.DataType == DataType.MultiSelect && string.IsNullOrWhiteSpace(value.GetString()!.Replace(MultiSelect.Separator, ' ')),
        _ => false,
    };

    /// <summary>A value as it is reported in an error.</summary>
    public static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    /// <summary>Whether the text is an e-mail address, without a name before it or white space around it.</summary>
    public static bool IsEmail(string text) => MailAddress.TryCreate(text, out var address) && address.Address == text;

    /// <summary>Whether the text has the form of a Salesforce id.</summary>
    public static bool IsSfdcId(string text) => text.Length is 15 or 18 && text.All(char.IsAsciiLetterOrDigit);

    /// <summary>Whether the text has the form of a GSID.</summary>
    public static bool IsGsid(string text) => text.Length == GsidLength && text.All(letter => char.IsAsciiDigit(letter) || char.IsAsciiLetterUpper(letter));

    /// <summary>What the type expects, or null if the value is valid.</summary>
    private static string? Expected(DataType type, JsonElement value) => type.Name switch
    {
        "STRING" or "RICHTEXTAREA" or "JSONSTRING" => Unless(value.ValueKind == JsonValueKind.String, "text"),
        "EMAIL" => Unless(Is(value, IsEmail), "an e-mail address"),
        "URL" => Unless(Is(value, IsUrl), "an address that starts with http:// or https://"),
        "SFDCID" => Unless(Is(value, IsSfdcId), "a Salesforce id of 15 or 18 letters and digits"),
        "GSID" => Unless(Is(value, IsGsid), "a GSID of 36 upper-case letters and digits"),
        "LOOKUP" => Unless(Is(value, IsGsid), "the GSID of a row, 36 upper-case letters and digits. To let Gainsight find the row, use SetLookup"),
        "NUMBER" or "PERCENTAGE" or "CURRENCY" or "JSONNUMBER" =>
            Unless(value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out _), "a number, not text, in the range of a decimal"),
        "BOOLEAN" or "JSONBOOLEAN" => Unless(value.ValueKind is JsonValueKind.True or JsonValueKind.False, "true or false, not text"),
        "DATE" => Unless(IsDate(value), "a date, such as a DateOnly or the text 2027-03-31"),
        "DATETIME" => Unless(IsDate(value), "a point in time, such as a DateTimeOffset or the text 2027-03-31T09:30:00Z"),
        "JSON" => Unless(value.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.String, "a JSON object, array or text"),
        _ => null,
    };

    private static string? Unless(bool isValid, string expected) => isValid ? null : expected;

    private static bool Is(JsonElement value, Func<string, bool> isValid) => value.ValueKind == JsonValueKind.String && isValid(value.GetString()!);

    /// <summary>Accepts text in the documented forms, and milliseconds since 1970.</summary>
    private static bool IsDate(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => DateTimeOffset.TryParseExact(value.GetString(), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
        JsonValueKind.Number => value.TryGetInt64(out var epoch) && DateReader.TryFromEpoch(epoch, out _),
        _ => false,
    };

    private static bool IsLimited(DataType type) => type.Name is "STRING" or "EMAIL" or "URL" or "RICHTEXTAREA" or "JSONSTRING";

    private static bool IsUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
