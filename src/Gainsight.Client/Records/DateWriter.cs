using System.Globalization;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Writes dates and date-times in the form that is sent to Gainsight.</summary>
internal static class DateWriter
{
    /// <summary>The maximum length in bytes: <c>yyyy-MM-ddTHH:mm:ss.fffffff+HH:mm</c> with quotes.</summary>
    public const int MaxLength = 35;

    private const int LengthToMilliseconds = 23;
    private const int OffsetLength = 6;

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, DateOnly value, DateFormat format)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        writer.WriteString(name, text[..Format(value, format, text)]);
    }

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, DateTimeOffset value)
    {
        // Written raw, because the writer would escape the plus sign of the offset.
        Span<byte> quoted = stackalloc byte[MaxLength];
        var length = Format(value, quoted[1..]);
        quoted[0] = quoted[length + 1] = (byte)'"';
        writer.WritePropertyName(name);
        writer.WriteRawValue(quoted[..(length + 2)], skipInputValidation: true);
    }

    /// <summary>Formats a date. Returns the number of bytes written.</summary>
    public static int Format(DateOnly value, DateFormat format, Span<byte> text)
    {
        value.TryFormat(text, out var length, format == DateFormat.Iso ? "O" : "MM-dd-yyyy", CultureInfo.InvariantCulture);
        return length;
    }

    /// <summary>Formats a date-time with milliseconds and its offset (<c>Z</c> for UTC). Returns the number of bytes written.</summary>
    public static int Format(DateTimeOffset value, Span<byte> text)
    {
        value.TryFormat(text, out var length, "O", CultureInfo.InvariantCulture);
        if (value.Offset == TimeSpan.Zero)
        {
            text[LengthToMilliseconds] = (byte)'Z';
            return LengthToMilliseconds + 1;
        }

        text[(length - OffsetLength)..length].CopyTo(text[LengthToMilliseconds..]);
        return LengthToMilliseconds + OffsetLength;
    }
}
