namespace Gainsight.Client;

/// <summary>Checks the time limits of reads and writes.</summary>
internal static class TimeLimits
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>Returns the limit, or throws if it cannot be used.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive, or longer than 30 days.</exception>
    public static TimeSpan? Check(TimeSpan? value, string parameter)
    {
        if (value is { } limit)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero, parameter);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, Longest, parameter);
        }

        return value;
    }
}
