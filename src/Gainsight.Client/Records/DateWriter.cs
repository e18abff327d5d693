using System.Globalization;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Writes dates and date-times in the one form that Gainsight is sent.</summary>
internal static class DateWriter
{
    /// <summary>The length of the longest form, <c>yyyy-MM-ddTHH:mm:ss.fffffff+HH:mm</c>, with quotes.</summary>
    public const int MaxLength = 35;

    private const int LengthToMilliseconds = 23;
    private const int OffsetLength = 6;

    public static void Write(Utf8JsonWriter writer, DateOnly value, DateFormat format)
    {
        Span<byte> quoted = stackalloc byte[MaxLength];
        writer.WriteRawValue(quoted[..Format(value, format, quoted)], skipInputValidation: true);
    }

    public static void Write(Utf8JsonWriter writer, DateTimeOffset value)
    {
        // Raw, because the writer would escape the plus sign of the offset.
        Span<byte> quoted = stackalloc byte[MaxLength];
        writer.WriteRawValue(quoted[..Format(value, quoted)], skipInputValidation: true);
    }

    /// <summary>The date with quotes around it.</summary>
    public static int Format(DateOnly value, DateFormat format, Span<byte> quoted)
    {
        var pattern = format == DateFormat.Iso ? "O" : "MM-dd-yyyy";
        value.TryFormat(quoted[1..], out var length, pattern, CultureInfo.InvariantCulture);
        return Quote(quoted, length);
    }

    /// <summary>The date-time with quotes around it: milliseconds, and the offset, which is <c>Z</c> for UTC.</summary>
    public static int Format(DateTimeOffset value, Span<byte> quoted)
    {
        var text = quoted[1..];
        value.TryFormat(text, out var length, "O", CultureInfo.InvariantCulture);
        if (value.Offset == TimeSpan.Zero)
        {
            text[LengthToMilliseconds] = (byte)'Z';
            return Quote(quoted, LengthToMilliseconds + 1);
        }

        text[(length - OffsetLength)..length].CopyTo(text[LengthToMilliseconds..]);
        return Quote(quoted, LengthToMilliseconds + OffsetLength);
    }

    private static int Quote(Span<byte> quoted, int length)
    {
        quoted[0] = (byte)'"';
        quoted[length + 1] = (byte)'"';
        return length + 2;
    }
}
