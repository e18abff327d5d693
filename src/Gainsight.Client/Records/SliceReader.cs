using System.Globalization;

namespace Gainsight.Client;

/// <summary>Reads typed values from slices, leniently in form and strictly in meaning.</summary>
internal static class SliceReader
{
    /// <summary>Longer than any number or date that makes sense; what is longer still is read from the heap.</summary>
    private const int ScratchSize = 128;

    /// <summary>The value as <typeparamref name="T"/>, or null when there is none.</summary>
    /// <exception cref="GainsightProtocolException">The value is not of that type.</exception>
    public static T? Read<T>(in JsonSlice slice, string field)
        where T : struct
    {
        if (slice.IsBlank)
        {
            return null;
        }

        // The casts vanish when the method is compiled for a type; nothing is boxed.
        if (typeof(T) == typeof(decimal))
        {
            return (T)(object)ReadDecimal(slice, field);
        }

        if (typeof(T) == typeof(int))
        {
            return (T)(object)(int)ReadInteger(slice, field, int.MinValue, int.MaxValue);
        }

        if (typeof(T) == typeof(long))
        {
            return (T)(object)ReadInteger(slice, field, long.MinValue, long.MaxValue);
        }

        if (typeof(T) == typeof(double))
        {
            return (T)(object)ReadDouble(slice, field);
        }

        if (typeof(T) == typeof(bool))
        {
            return (T)(object)ReadBoolean(slice, field);
        }

        if (typeof(T) == typeof(DateOnly))
        {
            return (T)(object)ReadDate(slice, field);
        }

        if (typeof(T) == typeof(DateTimeOffset))
        {
            return (T)(object)ReadDateTime(slice, field);
        }

        return (T)(object)slice.ToElement();
    }

    /// <summary>The text of a string, or the raw JSON of anything else; null for null.</summary>
    public static string? ReadString(in JsonSlice slice, string field)
    {
        try
        {
            return slice.Kind is SliceKind.Null or SliceKind.Absent ? null : slice.GetString();
        }
        catch (InvalidOperationException)
        {
            throw Unreadable(field, "text");
        }
    }

    /// <summary>Whether the value is a number, written as one or in a string, that a decimal can hold.</summary>
    public static bool TryReadDecimal(in JsonSlice slice, out decimal value)
    {
        Span<byte> scratch = stackalloc byte[ScratchSize];
        value = default;
        return TryText(slice, scratch, out var text) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The value as a point in time; without a zone it is UTC.</summary>
    public static DateTimeOffset ReadDateTime(in JsonSlice slice, string field)
    {
        Span<byte> scratch = stackalloc byte[ScratchSize];
        if (TryText(slice, scratch, out var text) && DateReader.TryParse(text, out var value))
        {
            return value;
        }

        // An epoch with a fraction or an exponent.
        if (slice.Kind == SliceKind.Number && TryReadDecimal(slice, out var epoch) && decimal.Truncate(epoch) is >= long.MinValue and <= long.MaxValue
            && DateReader.TryFromEpoch((long)epoch, out value))
        {
            return value;
        }

        throw Unreadable(field, "a date");
    }

    /// <summary>The value as a day: of a date-time, the day in UTC.</summary>
    public static DateOnly ReadDate(in JsonSlice slice, string field) => DateOnly.FromDateTime(ReadDateTime(slice, field).UtcDateTime);

    public static GainsightProtocolException Unreadable(string field, string expected) =>
        new($"The value of the field '{field}' cannot be read as {expected}. Read the field by name, record[\"{field}\"], to see its form.")
        {
            RequestMayHaveArrived = false,
            Field = field,
        };

    private static decimal ReadDecimal(in JsonSlice slice, string field) =>
        TryReadDecimal(slice, out var value) ? value : throw Unreadable(field, "a number");

    private static long ReadInteger(in JsonSlice slice, string field, long min, long max)
    {
        // Parsed as a decimal, because Gainsight has one number type and may well send 12.0.
        if (TryReadDecimal(slice, out var value) && decimal.IsInteger(value) && value >= min && value <= max)
        {
            return (long)value;
        }

        throw Unreadable(field, "a whole number of this size");
    }

    private static double ReadDouble(in JsonSlice slice, string field)
    {
        Span<byte> scratch = stackalloc byte[ScratchSize];
        return TryText(slice, scratch, out var text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw Unreadable(field, "a number");
    }

    private static bool ReadBoolean(in JsonSlice slice, string field)
    {
        Span<byte> scratch = stackalloc byte[ScratchSize];
        return slice.Kind switch
        {
            SliceKind.True => true,
            SliceKind.False => false,
            _ when slice.IsText && TryText(slice, scratch, out var text) && System.Buffers.Text.Utf8Parser.TryParse(text, out bool value, out var used) && used == text.Length => value,
            _ => throw Unreadable(field, "true or false"),
        };
    }

    /// <summary>The text of a string or number; false for other tokens and for escapes that stand for no character.</summary>
    private static bool TryText(in JsonSlice slice, Span<byte> scratch, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (!slice.IsText && slice.Kind != SliceKind.Number)
        {
            return false;
        }

        try
        {
            text = slice.Text(scratch);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
