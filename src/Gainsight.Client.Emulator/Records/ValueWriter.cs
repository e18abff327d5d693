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
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case DateOnly day:
                WriteMoment(writer, Text(day, switches.Dates), switches.Dates);
                break;
            case DateTimeOffset moment:
                WriteMoment(writer, Text(moment, switches.Dates), switches.Dates);
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

    public static string Text(DateOnly day, DateForm form) =>
        Text(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), form, iso: "yyyy-MM-dd", milliseconds: "yyyy-MM-dd");

    public static string Text(DateTimeOffset moment, DateForm form) =>
        Text(moment, form, iso: "yyyy-MM-dd'T'HH:mm:ss'Z'", milliseconds: "yyyy-MM-dd'T'HH:mm:ss.fff'+0000'");

    private static string Text(DateTimeOffset moment, DateForm form, string iso, string milliseconds) => form switch
    {
        DateForm.EpochMilliseconds => moment.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        DateForm.SpaceSeparated => moment.ToString("yyyy-MM-dd HH:mm:ss.f", CultureInfo.InvariantCulture),
        DateForm.IsoMilliseconds => moment.ToString(milliseconds, CultureInfo.InvariantCulture),
        _ => moment.ToString(iso, CultureInfo.InvariantCulture),
    };

    private static void WriteMoment(Utf8JsonWriter writer, string text, DateForm form)
    {
        if (form == DateForm.EpochMilliseconds)
        {
            writer.WriteRawValue(text);
        }
        else
        {
            writer.WriteStringValue(text);
        }
    }
}
