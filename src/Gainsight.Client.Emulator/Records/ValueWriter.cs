using System.Globalization;
using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Writes a value of a row in the form that the switches ask for.</summary>
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
                WriteMoment(writer, new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), day, switches.Dates);
                break;
            case DateTimeOffset moment:
                WriteMoment(writer, moment, null, switches.Dates);
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

    private static void WriteMoment(Utf8JsonWriter writer, DateTimeOffset moment, DateOnly? day, DateForm form)
    {
        if (form == DateForm.EpochMilliseconds)
        {
            writer.WriteNumberValue(moment.ToUnixTimeMilliseconds());
            return;
        }

        string format = form switch
        {
            DateForm.SpaceSeparated => "yyyy-MM-dd HH:mm:ss.f",
            _ when day is not null => "yyyy-MM-dd",
            DateForm.IsoMilliseconds => "yyyy-MM-dd'T'HH:mm:ss.fff'+0000'",
            _ => "yyyy-MM-dd'T'HH:mm:ss'Z'",
        };
        writer.WriteStringValue(moment.ToString(format, CultureInfo.InvariantCulture));
    }
}
