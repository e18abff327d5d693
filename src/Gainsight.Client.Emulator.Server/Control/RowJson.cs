using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Rows as the control API shows them: values in the form that a seed has. The caller holds the tenant's lock.</summary>
internal static class RowJson
{
    public static void Write(Utf8JsonWriter writer, EmulatedRow row)
    {
        writer.WriteString("gsid", row.Gsid);
        writer.WriteString("version", Version(row));
        writer.WriteStartObject("values");
        foreach (var field in row.Owner.Fields)
        {
            if (row[field] is { } value)
            {
                writer.WritePropertyName(field.Name);
                Write(writer, field, value);
            }
        }

        writer.WriteEndObject();
        WriteNames(writer, row);
    }

    /// <summary>Writes a value as a seed has it, or null.</summary>
    public static void Write(Utf8JsonWriter writer, EmulatedField field, object? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            RowWriter.Write(writer, field, value);
        }
    }

    /// <summary>Writes the names of the rows that lookups point to, for people.</summary>
    private static void WriteNames(Utf8JsonWriter writer, EmulatedRow row)
    {
        writer.WriteStartObject("names");
        foreach (var field in row.Owner.Fields.Where(field => field.LookupObject is not null))
        {
            if (row[field] is string gsid && row.Owner.TargetOf(field) is { } target && target.FindField(FieldNames.Name) is { } named
                && target.Store.Find(gsid)?[named] is string name)
            {
                writer.WriteString(field.Name, name);
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>A value as text, for searches.</summary>
    public static string Text(EmulatedField field, object value) => value switch
    {
        string gsid when field.DataType == EmulatedDataType.Picklist => field.Picklist!.LabelOf(gsid),
        string gsids when field.DataType == EmulatedDataType.MultiSelect => string.Join("; ", gsids.Split(';').Select(field.Picklist!.LabelOf)),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>A text that another change of the row makes another one. Computed values do not count.</summary>
    public static string Version(EmulatedRow row)
    {
        var text = new StringBuilder();
        foreach (var field in row.Owner.Fields)
        {
            if (field.Computed is null && row[field] is { } value)
            {
                _ = text.Append(field.Name).Append('=').Append(Convert.ToString(value, CultureInfo.InvariantCulture)).Append('\0');
            }
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }
}
