namespace Gainsight.Client.Emulator;

/// <summary>Finds time zones, and the offset of a local time in them.</summary>
internal static class TimeZones
{
    public static TimeZoneInfo Find(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : throw new ArgumentException($"There is no time zone {id}.", nameof(id));
    }

    /// <summary>Returns the offset of a local time. In the hour that comes twice, it is that of the first or of the second time.</summary>
    public static TimeSpan OffsetOf(TimeZoneInfo zone, DateTime local, bool first)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (!zone.IsAmbiguousTime(local))
        {
            return zone.GetUtcOffset(local);
        }

        var offsets = zone.GetAmbiguousTimeOffsets(local);
        return first ? offsets.Max() : offsets.Min();
    }
}
