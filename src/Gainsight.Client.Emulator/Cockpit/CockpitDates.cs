using System.Globalization;
using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Dates of the Cockpit family: <c>yyyy-MM-dd</c> in requests (official), and two forms of due dates in responses.</summary>
internal static class CockpitDates
{
    private const string DayFormat = "yyyy-MM-dd";

    public static bool IsDay(JsonElement json) => json.ValueKind == JsonValueKind.String && TryParseDay(json.GetString()!, out _);

    public static bool TryParseDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    public static string Format(EmulatedField field, object value, CockpitDueDateForm dueDates) => value switch
    {
        DateOnly day when field.Name == "DueDate" && dueDates == CockpitDueDateForm.DateAndTime =>
            day.ToString(DayFormat, CultureInfo.InvariantCulture) + "T00:00:00Z",
        DateOnly day => day.ToString(DayFormat, CultureInfo.InvariantCulture),
        DateTimeOffset moment when field.IsSystem => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        _ => ((DateTimeOffset)value).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    };
}
