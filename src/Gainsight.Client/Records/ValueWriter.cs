using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Writes a field and its value, in the shape that the field's data type asks for.</summary>
internal static class ValueWriter
{
    /// <summary>Writes a loaded value: as it came, but for dates and multi-selects, which are brought into the tenant's form.</summary>
    /// <exception cref="GainsightProtocolException">The field is a date and the value is not.</exception>
    public static void Write(Utf8JsonWriter writer, Field field, in JsonSlice slice, FieldShape shape, WireFormat format)
    {
        switch (shape)
        {
            case FieldShape.AsIs:
                writer.WritePropertyName(field.EncodedName);
                writer.WriteRawValue(slice.Raw, skipInputValidation: true);
                break;
            case FieldShape.MultiSelect:
                writer.WritePropertyName(field.EncodedName);
                MultiSelect.Write(writer, slice, field.Name, format.MultiSelect);
                break;
            case FieldShape.Date or FieldShape.DateTime when slice.IsBlank:
                writer.WriteNull(field.EncodedName);
                break;
            case FieldShape.Date:
                DateWriter.Write(writer, field.EncodedName, SliceReader.ReadDate(slice, field.Name), format.Date);
                break;
            case FieldShape.DateTime:
                DateWriter.Write(writer, field.EncodedName, SliceReader.ReadDateTime(slice, field.Name));
                break;
        }
    }

    /// <summary>Writes a set value; one that is not of the field's type is read as if it had been loaded.</summary>
    /// <exception cref="GainsightProtocolException">The field is a date and the value is not.</exception>
    public static void Write(Utf8JsonWriter writer, Field field, in RecordValue value, FieldShape shape, WireFormat format)
    {
        switch (value.Kind)
        {
            case RecordValueKind.Null:
                writer.WriteNull(field.EncodedName);
                break;
            case RecordValueKind.Date when shape != FieldShape.DateTime:
                DateWriter.Write(writer, field.EncodedName, value.Date, format.Date);
                break;
            case RecordValueKind.DateTime when shape != FieldShape.Date:
                DateWriter.Write(writer, field.EncodedName, value.DateTime);
                break;
            case RecordValueKind.Items:
                writer.WritePropertyName(field.EncodedName);
                MultiSelect.Write(writer, value.Items, format.MultiSelect);
                break;
            default:
                if (shape == FieldShape.AsIs)
                {
                    WriteAsIs(writer, field.EncodedName, value);
                }
                else
                {
                    Write(writer, field, JsonSlice.Of(value.ToJson()), shape, format);
                }

                break;
        }
    }

    private static void WriteAsIs(Utf8JsonWriter writer, JsonEncodedText name, in RecordValue value)
    {
        switch (value.Kind)
        {
            case RecordValueKind.Text:
                writer.WriteString(name, value.Text);
                break;
            case RecordValueKind.Boolean:
                writer.WriteBoolean(name, value.Boolean);
                break;
            case RecordValueKind.Int32:
                writer.WriteNumber(name, value.Int32);
                break;
            case RecordValueKind.Int64:
                writer.WriteNumber(name, value.Int64);
                break;
            case RecordValueKind.Decimal:
                writer.WriteNumber(name, value.Decimal);
                break;
            case RecordValueKind.Double:
                writer.WriteNumber(name, value.Double);
                break;
            case RecordValueKind.Json:
                writer.WritePropertyName(name);
                value.Json.WriteTo(writer);
                break;
        }
    }
}
