using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Writes a filter's value in the form that live connectors send it in.</summary>
internal static class FilterValueWriter
{
    /// <summary>Whether a filter can compare with values of the type.</summary>
    public static bool CanWrite<T>() => typeof(T) != typeof(JsonElement) && typeof(T) != typeof(IReadOnlyList<string>);

    public static void Write<T>(Utf8JsonWriter writer, T value, WireFormat format)
    {
        // The comparisons of types are constants for the JIT: each instantiation keeps a single branch and boxes nothing.
        if (typeof(T) == typeof(decimal))
        {
            writer.WriteNumberValue(Unsafe.As<T, decimal>(ref value));
        }
        else if (typeof(T) == typeof(int))
        {
            writer.WriteNumberValue(Unsafe.As<T, int>(ref value));
        }
        else if (typeof(T) == typeof(long))
        {
            writer.WriteNumberValue(Unsafe.As<T, long>(ref value));
        }
        else if (typeof(T) == typeof(double))
        {
            writer.WriteNumberValue(Unsafe.As<T, double>(ref value));
        }
        else if (typeof(T) == typeof(bool))
        {
            writer.WriteBooleanValue(Unsafe.As<T, bool>(ref value));
        }
        else if (typeof(T) == typeof(DateOnly))
        {
            WriteDate(writer, Unsafe.As<T, DateOnly>(ref value), format.Date);
        }
        else if (typeof(T) == typeof(DateTimeOffset))
        {
            WriteInstant(writer, Unsafe.As<T, DateTimeOffset>(ref value), format.FilterTimeZone);
        }
        else if (value is string text)
        {
            writer.WriteStringValue(text);
        }
        else
        {
            throw new NotSupportedException($"A filter cannot compare with values of {typeof(T)}.");
        }
    }

    private static void WriteDate(Utf8JsonWriter writer, DateOnly value, DateFormat format)
    {
        Span<byte> text = stackalloc byte[DateWriter.MaxLength];
        writer.WriteStringValue(text[..DateWriter.Format(value, format, text)]);
    }

    private static void WriteInstant(Utf8JsonWriter writer, DateTimeOffset value, TimeZoneInfo? zone)
    {
        Span<char> text = stackalloc char[32];
        var local = zone is null ? value.ToUniversalTime() : TimeZoneInfo.ConvertTime(value, zone);
        var form = (zone is null, local.Millisecond == 0) switch
        {
            (true, true) => "yyyy-MM-dd'T'HH:mm:ss'Z'",
            (true, false) => "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
            (false, true) => "yyyy-MM-dd HH:mm:ss",
            (false, false) => "yyyy-MM-dd HH:mm:ss.fff",
        };
        local.TryFormat(text, out var length, form, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }
}
