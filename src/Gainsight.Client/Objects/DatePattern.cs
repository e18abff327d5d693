using System.Globalization;

namespace Gainsight.Client;

/// <summary>Checks patterns of dates before they read a text.</summary>
internal static class DatePattern
{
    /// <summary>The problem of a pattern, or null when it can be used.</summary>
    public static string? Problem(string? pattern)
    {
        if (string.IsNullOrWhiteSpace(pattern))
        {
            return "A date pattern is empty.";
        }

        try
        {
            // A date without a year would get the current one.
            var time = new DateTimeOffset(2001, 2, 3, 4, 5, 6, TimeSpan.Zero);
            return time.ToString(pattern, CultureInfo.InvariantCulture) == time.AddYears(1).ToString(pattern, CultureInfo.InvariantCulture)
                ? $"The date pattern '{pattern}' has no year."
                : null;
        }
        catch (FormatException)
        {
            return $"'{pattern}' is not a date pattern.";
        }
    }
}
