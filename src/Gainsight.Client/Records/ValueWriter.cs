using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Writes the value of a field, in the shape that the field's data type asks for.</summary>
internal static class ValueWriter
{
    /// <summary>Writes a loaded value: as it came, but for dates and multi-selects, which are brought into the tenant's form.</summary>
    /// <exception cref="GainsightProtocolException">The field is a date and the value is not.</exception>
    public static void Write(Utf8JsonWriter writer, in JsonSlice slice, FieldShape shape, string field, WireFormat format)
    {
        switch (shape)
        {
            case FieldShape.AsIs:
                writer.WriteRawValue(slice.Raw, skipInputValidation: true);
                break;
            case FieldShape.MultiSelect:
                MultiSelect.Write(writer, slice, field, format.MultiSelect);
                break;
            case FieldShape.Date or FieldShape.DateTime when slice.IsBlank:
                writer.WriteNullValue();
                break;
            case FieldShape.Date:
                DateWriter.Write(writer, SliceReader.ReadDate(slice, field), format.Date);
                break;
            case FieldShape.DateTime:
                DateWriter.Write(writer, SliceReader.ReadDateTime(slice, field));
                break;
        }
    }

    /// <summary>Writes a set value; one that is not of the field's type is read as if it had been loaded.</summary>
    /// <exception cref="GainsightProtocolException">The field is a date and the value is not.</exception>
    public static void Write(Utf8JsonWriter writer, in RecordValue value, FieldShape shape, string field, WireFormat format)
    {
        switch (value.Kind)
        {
            case RecordValueKind.Null or RecordValueKind.Removed:
                writer.WriteNullValue();
                break;
            case RecordValueKind.Date when shape != FieldShape.DateTime:
                DateWriter.Write(writer, value.Date, format.Date);
                break;
            case RecordValueKind.DateTime when shape != FieldShape.Date:
                DateWriter.Write(writer, value.DateTime);
                break;
            case RecordValueKind.Items:
                MultiSelect.Write(writer, value.Items, format.MultiSelect);
                break;
            default:
                if (shape == FieldShape.AsIs)
                {
                    WriteAsIs(writer, value);
                }
                else
                {
                    Write(writer, JsonSlice.Of(value.ToJson()), shape, field, format);
                }

                break;
        }
    }

    private static void WriteAsIs(Utf8JsonWriter writer, in RecordValue value)
    {
        switch (value.Kind)
        {
            case RecordValueKind.Text:
                writer.WriteStringValue(value.Text);
                break;
            case RecordValueKind.Boolean:
                writer.WriteBooleanValue(value.Boolean);
                break;
            case RecordValueKind.Int32:
                writer.WriteNumberValue(value.Int32);
                break;
            case RecordValueKind.Int64:
                writer.WriteNumberValue(value.Int64);
                break;
            case RecordValueKind.Decimal:
                writer.WriteNumberValue(value.Decimal);
                break;
            case RecordValueKind.Double:
                writer.WriteNumberValue(value.Double);
                break;
            case RecordValueKind.Json:
                value.Json.WriteTo(writer);
                break;
        }
    }
}
