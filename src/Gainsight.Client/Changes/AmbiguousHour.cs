namespace Gainsight.Client;

/// <summary>The time in which clocks show the same hour twice, in autumn. A filter with local times cannot tell its two halves apart.</summary>
internal static class AmbiguousHour
{
    private const int Step = 60;

    /// <summary>Clocks go back by at most a day.</summary>
    private const int MaxSteps = 2 * 24 * 60;

    /// <summary>The span around a second within which local times are ambiguous, with unambiguous ends: from (inclusive) to (exclusive). Null for other times.</summary>
    public static (long From, long Until)? Around(long second, TimeZoneInfo? zone)
    {
        if (zone is null || !IsAmbiguous(second, zone))
        {
            return null;
        }

        (var from, var until) = (second - Mod(second), second - Mod(second) + Step);
        for (var i = 0; i < MaxSteps && IsAmbiguous(from, zone); i++)
        {
            from -= Step;
        }

        for (var i = 0; i < MaxSteps && IsAmbiguous(until, zone); i++)
        {
            until += Step;
        }

        return (from, until);

        static long Mod(long second) => ((second % Step) + Step) % Step;
    }

    /// <summary>Whether a second, or the end of it, is ambiguous.</summary>
    private static bool IsAmbiguous(long second, TimeZoneInfo zone) => IsAmbiguousAt(second, zone) || IsAmbiguousAt(second + 1, zone);

    private static bool IsAmbiguousAt(long second, TimeZoneInfo zone) =>
        zone.IsAmbiguousTime(TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(second), zone));
}
