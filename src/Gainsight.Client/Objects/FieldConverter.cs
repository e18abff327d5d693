using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Turns values of any source into what a field takes.</summary>
internal static class FieldConverter
{
    private const int MaxListed = 30;

    private const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowLeadingWhite | DateTimeStyles.AllowTrailingWhite;

    private static readonly string[] IsoForms =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    private static readonly string[] CommonPatterns =
    [
        "MM-dd-yyyy", "dd-MM-yyyy", "M/d/yyyy", "d/M/yyyy", "d.M.yyyy", "yyyy/M/d", "yyyyMMdd", "d MMM yyyy", "MMM d, yyyy",
        "M/d/yyyy H:mm", "d/M/yyyy H:mm", "d.M.yyyy H:mm", "MM-dd-yyyy HH:mm:ss", "M/d/yyyy h:mm:ss tt",
    ];

    /// <summary>Converts a value. Null and empty text become null.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <param name="datePatterns">Patterns of dates in text.</param>
    /// <param name="converted">What the record is set to, or null.</param>
    /// <param name="expected">What the field takes, when the value does not fit.</param>
    /// <returns>Whether the value fits.</returns>
    public static bool TryConvert(
        FieldDescription field, object? value, string[] datePatterns, out object? converted, [NotNullWhen(false)] out string? expected)
    {
        value = Plain(value);
        converted = null;
        expected = null;
        if (value is null or DBNull or "")
        {
            return true;
        }

        (converted, expected) = field.DataType.Name switch
        {
            "NUMBER" or "PERCENTAGE" or "CURRENCY" or "JSONNUMBER" => (Number(value), "a number with a decimal point, such as 1250.5"),
            "BOOLEAN" or "JSONBOOLEAN" => (Boolean(value), "true or false"),
            "DATE" => (Day(value, datePatterns), $"a date, such as 2027-03-31{OrPatterns(datePatterns)}{AddPattern(value)}"),
            "DATETIME" => (Time(value, datePatterns), $"a date and time, such as 2027-03-31T09:30:00Z{OrPatterns(datePatterns)}{AddPattern(value)}"),
            "PICKLIST" => (Item(field, value), OneOf(field)),
            "MULTISELECTDROPDOWNLIST" => (Items(field, value), OneOf(field)),
            "JSON" => (value is JsonElement or string ? value : null, "JSON"),
            "EMAIL" => (value is string text && ValueRules.IsEmail(text.Trim()) ? text.Trim() : null, "an e-mail address"),
            _ => (Text(value), "text"),
        };
        if (converted is string { Length: var length } && field.Length is > 0 and { } most && length > most && !field.IsPicklist)
        {
            (converted, expected) = (null, $"at most {Plural.Of(most, "character")}");
        }

        return converted is not null;
    }

    /// <summary>A value as it is named in a problem.</summary>
    public static string? TextOf(object? value) => value switch
    {
        null or DBNull => null,
        JsonElement json => ValueRules.TextOf(json),
        string text => text,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => value.GetType().Name,
    };

    private static object? Plain(object? value) => value is JsonElement json
        ? json.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            JsonValueKind.String => json.GetString(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number when json.TryGetDecimal(out var number) => number,
            _ => json,
        }
        : value;

    private static object? Number(object value)
    {
        if (value is decimal)
        {
            return value;
        }

        var text = value switch
        {
            string given => given,
            double or float or Half or int or long or short or sbyte or byte or ushort or uint or ulong or Int128 => TextOf(value),
            _ => null,
        };
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static object? Boolean(object value) => value switch
    {
        bool => value,
        string text when bool.TryParse(text, out var flag) => flag,
        "1" or 1 or 1L or 1m => true,
        "0" or 0 or 0L or 0m => false,
        _ => null,
    };

    /// <summary>The day as it is written, whatever the offset.</summary>
    private static object? Day(object value, string[] patterns) => value switch
    {
        DateOnly => value,
        DateTime time => DateOnly.FromDateTime(time),
        DateTimeOffset time => DateOnly.FromDateTime(time.DateTime),
        string text => TryParse(text, patterns, out var parsed) ? DateOnly.FromDateTime(parsed.DateTime) : null,
        _ => null,
    };

    private static object? Time(object value, string[] patterns) => value switch
    {
        DateTimeOffset => value,
        DateTime { Kind: DateTimeKind.Unspecified } time => new DateTimeOffset(time, TimeSpan.Zero),
        DateTime time => new DateTimeOffset(time),
        DateOnly day => new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero),
        string text => TryParse(text, patterns, out var parsed) ? parsed : null,
        _ => null,
    };

    private static bool TryParse(string text, string[] patterns, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, patterns, CultureInfo.InvariantCulture, Styles, out time)
        || DateTimeOffset.TryParseExact(text, IsoForms, CultureInfo.InvariantCulture, Styles, out time);

    private static string? Item(FieldDescription field, object value)
    {
        if (Text(value)?.Trim() is not { } text)
        {
            return null;
        }

        if (field.PicklistItems.Count == 0)
        {
            // The valid items are not known.
            return text;
        }

        return field.Picklist.Resolve(text) is { Kind: PicklistMatchKind.Found, Item: { } item }
            ? field.Picklist.IsNamedByLabel(item) ? item.Label : item.Gsid
            : null;
    }

    private static IReadOnlyList<string>? Items(FieldDescription field, object value)
    {
        var given = value switch
        {
            string text => text.Split(MultiSelect.Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            JsonElement { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(item => Plain(item)),
            IEnumerable<object?> list => list.Select(Plain),
            _ => [value],
        };
        string?[] items = [.. given.Select(item => item is null ? null : Item(field, item))];
        return Array.Exists(items, item => item is null) ? null : [.. items.OfType<string>()];
    }

    private static string? Text(object value) => value switch
    {
        string text => text,
        JsonElement => null,
        bool flag => flag ? "true" : "false",
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string OrPatterns(string[] patterns) => patterns.Length == 0 ? string.Empty : $", or {string.Join(" or ", patterns)}";

    /// <summary>The patterns that would read a date in another common form, such as <c>MM-dd-yyyy</c>.</summary>
    private static string AddPattern(object value)
    {
        string[] fitting = value is not string text ? [] :
        [
            .. CommonPatterns.Where(pattern => DateTimeOffset.TryParseExact(text, pattern, CultureInfo.InvariantCulture, Styles, out _)),
        ];
        return fitting.Length == 0 ? string.Empty : $" (the text has the form {string.Join(" or ", fitting)}: if so, add that to {nameof(FieldMap.DatePatterns)})";
    }

    private static string OneOf(FieldDescription field)
    {
        string[] labels = [.. field.Picklist.ActiveLabels];
        var rest = labels.Length > MaxListed ? $" and {labels.Length - MaxListed} more" : string.Empty;
        return labels.Length == 0 ? "an item, but the picklist has no active one" : $"one of {string.Join(", ", labels.Take(MaxListed))}{rest}";
    }
}
