using System.Globalization;
using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Writes a value of a row in the form that the switches set.</summary>
internal static class ValueWriter
{
    public static void Write(Utf8JsonWriter writer, string name, EmulatedField field, object? value, EmulatorSwitches switches)
    {
        if (value is null)
        {
            WriteEmpty(writer, name, field, switches.EmptyValues);
            return;
        }

        writer.WritePropertyName(name);
        switch (value)
        {
            case decimal number when switches.NumbersAreText:
                writer.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case DateOnly day:
                WriteMoment(writer, Text(day, switches), switches);
                break;
            case DateTimeOffset moment:
                WriteMoment(writer, Text(moment, switches), switches);
                break;
            default:
                writer.WriteStringValue((string)value);
                break;
        }
    }

    private static void WriteEmpty(Utf8JsonWriter writer, string name, EmulatedField field, EmptyValueForm form)
    {
        if (form == EmptyValueForm.EmptyTextForDates && field.DataType is (EmulatedDataType.Date or EmulatedDataType.DateTime))
        {
            writer.WriteString(name, "");
        }
        else if (form != EmptyValueForm.MissingKey)
        {
            writer.WriteNull(name);
        }
    }

    public static string Text(DateOnly day, EmulatorSwitches switches)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return switches.ResponseZone is { } zone
            ? Local(new DateTimeOffset(midnight, TimeZones.OffsetOf(zone, midnight, first: true)))
            : Text(new DateTimeOffset(midnight, TimeSpan.Zero), switches.Dates, iso: "yyyy-MM-dd", milliseconds: "yyyy-MM-dd");
    }

    public static string Text(DateTimeOffset moment, EmulatorSwitches switches) => switches.ResponseZone is { } zone
        ? Local(TimeZoneInfo.ConvertTime(moment, zone))
        : Text(moment, switches.Dates, iso: "yyyy-MM-dd'T'HH:mm:ss'Z'", milliseconds: "yyyy-MM-dd'T'HH:mm:ss.fff'+0000'");

    private static string Local(DateTimeOffset local) => local.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset moment, DateForm form, string iso, string milliseconds) => form switch
    {
        DateForm.EpochMilliseconds => moment.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        DateForm.SpaceSeparated => moment.ToString("yyyy-MM-dd HH:mm:ss.f", CultureInfo.InvariantCulture),
        DateForm.IsoMilliseconds => moment.ToString(milliseconds, CultureInfo.InvariantCulture),
        _ => moment.ToString(iso, CultureInfo.InvariantCulture),
    };

    private static void WriteMoment(Utf8JsonWriter writer, string text, EmulatorSwitches switches)
    {
        if (switches.Dates == DateForm.EpochMilliseconds && switches.ResponseZone is null)
        {
            writer.WriteRawValue(text);
        }
        else
        {
            writer.WriteStringValue(text);
        }
    }
}
