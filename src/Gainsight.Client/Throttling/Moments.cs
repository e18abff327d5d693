namespace Gainsight.Client;

/// <summary>Times near the first or the last that .NET has, as clocks and headers can show them. What lies beyond becomes the first or the last time.</summary>
internal static class Moments
{
    /// <summary>The time after or before another.</summary>
    public static DateTimeOffset Plus(this DateTimeOffset time, TimeSpan by) => FromTicks(time.UtcTicks + by.Ticks);

    /// <summary>The time of ticks in UTC.</summary>
    public static DateTimeOffset FromTicks(long ticks) => new(Math.Clamp(ticks, DateTimeOffset.MinValue.Ticks, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);
}
