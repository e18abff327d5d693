using System.Globalization;

namespace Gainsight.Client.Emulator;

/// <summary>The date formats that the sources show in requests. The API is said to accept all of them.</summary>
internal static class WireDates
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "MM-dd-yyyy"];

    private static readonly string[] LocalFormats =
    [
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
    ];

    private static readonly string[] ZonedFormats =
    [
        "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    public static bool TryParseDate(string text, out DateOnly day)
    {
        if (DateOnly.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return true;
        }

        if (TryParseDateTime(text, TimeSpan.Zero, out var moment))
        {
            day = DateOnly.FromDateTime(moment.UtcDateTime);
            return true;
        }

        return false;
    }

    /// <summary>Reads a date-time. A text without an offset is read at <paramref name="localOffset"/>.</summary>
    public static bool TryParseDateTime(string text, TimeSpan localOffset, out DateTimeOffset moment) =>
        TryParseDateTime(text, _ => localOffset, ignoreOffset: false, out moment);

    /// <summary>Reads a date-time. A text without an offset, or whose offset is to be ignored, has that of its local time.</summary>
    public static bool TryParseDateTime(string text, Func<DateTime, TimeSpan> offsetOf, bool ignoreOffset, out DateTimeOffset moment)
    {
        if (DateTimeOffset.TryParseExact(text, ZonedFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment))
        {
            moment = (ignoreOffset ? new DateTimeOffset(moment.DateTime, offsetOf(moment.DateTime)) : moment).ToUniversalTime();
            return true;
        }

        if (DateTime.TryParseExact(text, LocalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            || DateTime.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out local))
        {
            moment = new DateTimeOffset(local, offsetOf(local)).ToUniversalTime();
            return true;
        }

        return false;
    }

    public static bool TryFromEpoch(long milliseconds, out DateTimeOffset moment)
    {
        const long Limit = 253_402_300_799_999;
        var fits = milliseconds is >= -62_135_596_800_000 and <= Limit;
        moment = fits ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : default;
        return fits;
    }
}
