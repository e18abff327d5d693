using System.Globalization;
using System.Net.Mail;
using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Reads a value of a record as strictly as the error codes imply, or returns its error.</summary>
internal static class ValueReader
{
    public static FieldError? Read(EmulatedField field, string name, JsonElement json, EmulatorSwitches switches, out object? value)
    {
        value = null;
        if (json.ValueKind == JsonValueKind.Null || (field.DataType == EmulatedDataType.MultiSelect && PicklistReader.IsEmpty(json, switches)))
        {
            return field.TakesNull ? null : new FieldError(ErrorCodes.NullValue, name, "Invalid field value.", json);
        }

        (object? Value, string Code, string Message) read = field.DataType switch
        {
            EmulatedDataType.Picklist => PicklistReader.ReadOne(field, json, switches),
            EmulatedDataType.MultiSelect => PicklistReader.ReadMany(field, json, switches),
            EmulatedDataType.Date => (Day(json), ErrorCodes.InvalidDate, "Invalid dateTime format."),
            EmulatedDataType.DateTime => (Moment(json), ErrorCodes.InvalidDateTime, "Invalid dateTime format."),
            EmulatedDataType.Boolean or EmulatedDataType.JsonBoolean => (Flag(json), ErrorCodes.InvalidValue, "Invalid Boolean Value."),
            EmulatedDataType.Number or EmulatedDataType.JsonNumber => (Number(json, switches), ErrorCodes.InvalidValue, "Invalid Number Value."),
            EmulatedDataType.Percentage => (Number(json, switches), ErrorCodes.InvalidValue, "Invalid Percentage Value."),
            EmulatedDataType.Currency => (Number(json, switches), ErrorCodes.InvalidValue, "Invalid Currency Value."),
            EmulatedDataType.Email => (Checked(json, IsEmail), ErrorCodes.InvalidValue, "Invalid Email Value."),
            EmulatedDataType.Url => (Checked(json, IsUrl), ErrorCodes.InvalidValue, "Invalid URL Value."),
            EmulatedDataType.SfdcId => (Checked(json, IsSfdcId), ErrorCodes.InvalidValue, "SFDC id must be 15 or 18 alphanumeric characters."),
            EmulatedDataType.Gsid or EmulatedDataType.Lookup =>
                (Checked(json, GsidGenerator.IsWellFormed), ErrorCodes.InvalidValue, "Invalid GSID Value."),
            _ when field.HoldsList => (Gsids(json), ErrorCodes.InvalidValue, "Invalid GSID Value."),
            EmulatedDataType.Json => (Json(json), ErrorCodes.InvalidValue, "Invalid JSON Value."),
            _ => (Checked(json, _ => true), ErrorCodes.InvalidField, "Invalid field, please re-check the mapping."),
        };

        if (read.Value is null)
        {
            return new FieldError(read.Code, name, read.Message, json, field.DataType.HasPicklist());
        }

        if (field.DataType.IsText() && !field.HoldsList && ((string)read.Value).Length > field.Length)
        {
            return new FieldError(ErrorCodes.TooLong, name, "Value is longer than the field allows.", json);
        }

        value = switches.TrimsStoredTexts && field.DataType == EmulatedDataType.String ? ((string)read.Value).Trim() : read.Value;
        return null;
    }

    private static string? Checked(JsonElement json, Func<string, bool> isValid) =>
        json.ValueKind == JsonValueKind.String && json.GetString() is { } text && isValid(text) ? text : null;

    private static decimal? Number(JsonElement json, EmulatorSwitches switches) => json.ValueKind switch
    {
        JsonValueKind.Number when json.TryGetDecimal(out var number) => number,
        JsonValueKind.String when switches.AcceptsNumbersAsText
            && decimal.TryParse(json.GetString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static bool? Flag(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static DateOnly? Day(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String when WireDates.TryParseDate(json.GetString()!, out var day) => day,
        JsonValueKind.Number when TryEpoch(json, out var moment) => DateOnly.FromDateTime(moment.UtcDateTime),
        _ => null,
    };

    private static DateTimeOffset? Moment(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String when WireDates.TryParseDateTime(json.GetString()!, TimeSpan.Zero, out var moment) => moment,
        JsonValueKind.Number when TryEpoch(json, out var moment) => moment,
        _ => null,
    };

    private static bool TryEpoch(JsonElement json, out DateTimeOffset moment)
    {
        moment = default;
        return json.TryGetInt64(out var milliseconds) && WireDates.TryFromEpoch(milliseconds, out moment);
    }

    private static string? Json(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Object or JsonValueKind.Array => json.GetRawText(),
        _ => null,
    };

    private static string? Gsids(JsonElement json)
    {
        List<string?> gsids = json.ValueKind == JsonValueKind.Array
            ? [.. json.EnumerateArray().Select(item => Checked(item, GsidGenerator.IsWellFormed))]
            : [null];
        return gsids.Contains(null) ? null : string.Join(';', gsids);
    }

    private static bool IsEmail(string text) => MailAddress.TryCreate(text, out var address) && address.Address == text;

    private static bool IsUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    private static bool IsSfdcId(string text) => text.Length is 15 or 18 && text.All(char.IsAsciiLetterOrDigit);
}
