using System.Globalization;
using System.Text;

namespace Gainsight.Client;

/// <summary>One text for values that Gainsight takes for the same, such as 5 and 5.0.</summary>
internal static class CanonicalText
{
    public static string? Of(in RecordValue value, WireFormat format, string field)
    {
        Span<byte> date = stackalloc byte[DateWriter.MaxLength];
        return value.Kind switch
        {
            _ when value.IsNull => null,
            RecordValueKind.Text => value.Text,
            RecordValueKind.Date => Encoding.ASCII.GetString(date[..DateWriter.Format(value.Date, format.Date, date)]),
            RecordValueKind.DateTime => Encoding.ASCII.GetString(date[..DateWriter.Format(value.DateTime, date)]),
            RecordValueKind.Items => string.Join(MultiSelect.Separator, value.Items),
            _ => Of(JsonSlice.Of(value.ToJson()), field),
        };
    }

    public static string? Of(in JsonSlice slice, string field) =>
        slice.Kind == SliceKind.Number && SliceReader.TryReadDecimal(slice, out var number)
            ? WithoutTrailingZeros(number)
            : SliceReader.ReadString(slice, field);

    private static string WithoutTrailingZeros(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }
}
