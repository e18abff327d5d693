namespace Gainsight.Client.Emulator;

/// <content>The time zone of filters.</content>
public sealed partial class EmulatorSwitches
{
    private TimeZoneInfo? _filterTimeZone;

    /// <summary>
    /// The time zone, by its IANA name, of date-times in filters that carry no offset and of the days in Cockpit filters, instead of
    /// <see cref="FilterTimeOffset"/>. A zone with summer time has an hour that comes twice. Not documented. Default: <see langword="null"/>.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such zone.</exception>
    public string? FilterTimeZone
    {
        get => _filterTimeZone?.Id;
        set => _filterTimeZone = value is null ? null : TimeZones.Find(value);
    }

    /// <summary>
    /// Whether a time in the hour that comes twice in <see cref="FilterTimeZone"/> is the first one (summer time), as in Java. If not, it is the
    /// second. Default: <see langword="true"/>.
    /// </summary>
    public bool RepeatedHourIsFirst { get; set; } = true;

    /// <summary>The offset of a local time in a filter.</summary>
    internal TimeSpan FilterOffsetOf(DateTime local) =>
        _filterTimeZone is null ? FilterTimeOffset : TimeZones.OffsetOf(_filterTimeZone, local, RepeatedHourIsFirst);

    /// <summary>The day on which a moment lies for filters.</summary>
    internal DateOnly FilterDayOf(DateTimeOffset moment) =>
        DateOnly.FromDateTime(moment.ToOffset(_filterTimeZone?.GetUtcOffset(moment) ?? FilterTimeOffset).DateTime);
}
