namespace Gainsight.Client.Emulator;

/// <summary>Reads the tenant's clock from seeds and from the command line: an offset, or a time at which it starts.</summary>
internal static class ClockText
{
    /// <summary>Far enough from the first and the last year of .NET for every duration that the tenant adds.</summary>
    private static readonly DateTimeOffset First = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Last = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads how far the clock is ahead of a time.</summary>
    /// <exception cref="ArgumentException">The text is neither an offset nor a time, or the clock would leave the years 1900 to 9000.</exception>
    public static TimeSpan Offset(string text, DateTimeOffset now)
    {
        var isOffset = SettingText.TryParseDuration(text, out var offset);
        if (!isOffset && WireDates.TryParseDateTime(text, TimeSpan.Zero, out var start))
        {
            (isOffset, offset) = (true, start - now);
        }

        return isOffset && offset >= First - now && offset <= Last - now
            ? offset
            : throw SeedJson.Invalid(
                $"The clock must be an offset such as -00:05:00, or a time of the years 1900 to 9000 at which it starts such as 2027-01-01T00:00:00Z, not '{text}'");
    }
}
