using System.Buffers.Text;
using System.Text;

namespace Gainsight.Client;

/// <summary>Reads every form of dates and date-times that the sources show. Hand-written for speed: a change feed reads a date for each row.</summary>
internal static class DateReader
{
    private const int DayLength = 10;
    private const int MaxLength = 40;
    private const int MinEpochDigits = 12;
    private const int QuarterOfHour = 15 * 60 * 1000;
    private const int MaxOffsetMinutes = 14 * 60;
    private const long MinEpoch = -62_135_596_800_000;
    private const long MaxEpoch = 253_402_300_799_999;

    /// <summary>Reads a point in time: epoch milliseconds, or <c>yyyy-MM-dd</c>, <c>MM-dd-yyyy</c> or <c>MM/dd/yyyy</c>, optionally with a time and a zone. Without a zone, the time is UTC.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        text = text.Trim(" "u8);
        if (TryEpoch(text, out var epoch))
        {
            return TryFromEpoch(epoch, out value);
        }

        if (!TryParts(text, out var ticks, out var offset))
        {
            return false;
        }

        var utc = ticks - (offset * TimeSpan.TicksPerMinute);
        if (utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        value = new DateTimeOffset(ticks, TimeSpan.FromMinutes(offset));
        return true;
    }

    /// <summary>Whether the text is a point in time in one of these forms.</summary>
    public static bool IsDate(string text)
    {
        if (text.Length is < DayLength or > MaxLength)
        {
            return false;
        }

        Span<byte> utf8 = stackalloc byte[MaxLength * 3];
        return TryParse(utf8[..Encoding.UTF8.GetBytes(text, utf8)], out _);
    }

    /// <summary>Reads a day from the same forms: the day as it is written, whatever time and zone follow it. The day of an epoch is that in UTC.</summary>
    public static bool TryParseDay(ReadOnlySpan<byte> text, out DateOnly value)
    {
        value = default;
        text = text.Trim(" "u8);
        if (TryEpoch(text, out var epoch))
        {
            return TryDayFromEpoch(epoch, out value);
        }

        if (!TryParts(text, out var ticks, out _))
        {
            return false;
        }

        value = DateOnly.FromDateTime(new DateTime(ticks));
        return true;
    }

    /// <summary>The day of an epoch in milliseconds. A day begins at a quarter of an hour in every zone, so other numbers are not days: seconds, for example.</summary>
    public static bool TryDayFromEpoch(long milliseconds, out DateOnly value)
    {
        var isDay = milliseconds % QuarterOfHour == 0 && TryFromEpoch(milliseconds, out _);
        value = isDay ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime) : default;
        return isDay;
    }

    /// <summary>Whether the text has only digits after an optional minus, and enough of them for milliseconds. <c>20270331</c> and seconds have fewer.</summary>
    private static bool TryEpoch(ReadOnlySpan<byte> text, out long epoch)
    {
        // The parser also takes a plus.
        var digits = text is [(byte)'-', ..] ? text[1..] : text;
        epoch = 0;
        return digits.Length >= MinEpochDigits && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9') && Utf8Parser.TryParse(text, out epoch, out _);
    }

    /// <summary>Reads a day, and the time and the zone after it.</summary>
    private static bool TryParts(ReadOnlySpan<byte> text, out long ticks, out int offset)
    {
        offset = 0;
        ticks = 0;
        if (text.Length < DayLength || !TryDay(text[..DayLength], out ticks))
        {
            return false;
        }

        var rest = text[DayLength..];
        return rest.IsEmpty
            || (rest[0] is (byte)'T' or (byte)'t' or (byte)' ' && TryTime(rest[1..], ref ticks, out rest) && TryOffset(rest, out offset));
    }

    public static bool TryFromEpoch(long milliseconds, out DateTimeOffset value)
    {
        var isInRange = milliseconds is >= MinEpoch and <= MaxEpoch;
        value = isInRange ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : default;
        return isInRange;
    }

    private static bool TryDay(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        int year, month, day;
        if (text[4] == '-' && text[7] == '-')
        {
            (year, month, day) = (Digits(text[..4]), Digits(text[5..7]), Digits(text[8..]));
        }
        else if ((text[2] == '-' && text[5] == '-') || (text[2] == '/' && text[5] == '/'))
        {
            (year, month, day) = (Digits(text[6..]), Digits(text[..2]), Digits(text[3..5]));
        }
        else
        {
            return false;
        }

        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        ticks = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks;
        return true;
    }

    /// <summary>Reads <c>HH:mm</c>, <c>HH:mm:ss</c> or <c>HH:mm:ss.f…</c>. Digits after the seventh are dropped.</summary>
    private static bool TryTime(ReadOnlySpan<byte> text, scoped ref long ticks, out ReadOnlySpan<byte> rest)
    {
        rest = default;
        if (text.Length < 5 || text[2] != ':' || Digits(text[..2]) is not (>= 0 and < 24 and var hour)
            || Digits(text[3..5]) is not (>= 0 and < 60 and var minute))
        {
            return false;
        }

        ticks += (hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute);
        rest = text[5..];
        if (rest.IsEmpty || rest[0] != ':')
        {
            return true;
        }

        if (rest.Length < 3 || Digits(rest[1..3]) is not (>= 0 and < 60 and var second))
        {
            return false;
        }

        ticks += second * TimeSpan.TicksPerSecond;
        rest = rest[3..];
        return rest.IsEmpty || rest[0] is not ((byte)'.' or (byte)',') || TryFraction(ref rest, ref ticks);
    }

    private static bool TryFraction(ref ReadOnlySpan<byte> rest, scoped ref long ticks)
    {
        var unit = TimeSpan.TicksPerSecond;
        var i = 1;
        for (; i < rest.Length && char.IsAsciiDigit((char)rest[i]); i++)
        {
            unit /= 10;
            ticks += (rest[i] - '0') * unit;
        }

        rest = rest[i..];
        return i > 1;
    }

    /// <summary>Reads nothing, <c>Z</c>, <c>+HH:mm</c>, <c>+HHmm</c> or <c>+HH</c>.</summary>
    private static bool TryOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text.IsEmpty || text.SequenceEqual("Z"u8) || text.SequenceEqual("z"u8))
        {
            return true;
        }

        if (text.Length is not (3 or 5 or 6) || text[0] is not ((byte)'+' or (byte)'-') || (text.Length == 6 && text[3] != ':'))
        {
            return false;
        }

        var hour = Digits(text[1..3]);
        var minute = text.Length == 3 ? 0 : Digits(text[^2..]);
        minutes = (hour * 60) + minute;
        if (hour < 0 || minute is < 0 or > 59 || minutes > MaxOffsetMinutes)
        {
            return false;
        }

        minutes = text[0] == '-' ? -minutes : minutes;
        return true;
    }

    /// <summary>The number, or -1 if there is anything but digits.</summary>
    private static int Digits(ReadOnlySpan<byte> text)
    {
        var number = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return -1;
            }

            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
