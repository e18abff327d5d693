using System.Globalization;
using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Writes a value as Cockpit lists do: empty values are left out, and currencies have eleven decimal places.</summary>
internal static class CockpitValueWriter
{
    public static void Write(Utf8JsonWriter writer, string key, EmulatedField field, object? value, EmulatorSwitches switches)
    {
        if (value is null)
        {
            return;
        }

        writer.WritePropertyName(key);
        switch (value)
        {
            case decimal number when switches.NumbersAreText:
                writer.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
                break;
            case decimal number when field.DataType == EmulatedDataType.Currency:
                writer.WriteRawValue(number.ToString("0.00000000000", CultureInfo.InvariantCulture));
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            default:
                if (switches.ResponseZone is not null)
                {
                    writer.WriteStringValue(value is DateOnly day ? ValueWriter.Text(day, switches) : ValueWriter.Text((DateTimeOffset)value, switches));
                    break;
                }

                writer.WriteStringValue(CockpitDates.Format(field, value, switches.CockpitDueDates));
                break;
        }
    }
}
