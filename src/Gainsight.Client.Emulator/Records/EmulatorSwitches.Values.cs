namespace Gainsight.Client.Emulator;

/// <content>Numbers, and the zone of dates.</content>
public sealed partial class EmulatorSwitches
{
    private TimeZoneInfo? _responseTimeZone;

    /// <summary>
    /// The time zone, by its IANA name, in which responses show dates and date-times, with their offset: <c>2027-03-31T00:00:00+05:30</c>, whatever
    /// <see cref="Dates"/> says. A date is its midnight. Default: <see langword="null"/>.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such zone.</exception>
    public string? ResponseTimeZone
    {
        get => _responseTimeZone?.Id;
        set => _responseTimeZone = value is null ? null : TimeZones.Find(value);
    }

    internal TimeZoneInfo? ResponseZone => _responseTimeZone;

    /// <summary>Whether responses show numbers as text, such as <c>"12.50"</c>. Default: <see langword="false"/>.</summary>
    public bool NumbersAreText { get; set; }

    /// <summary>Whether writes accept numbers as text. Not documented. Default: <see langword="false"/>.</summary>
    public bool AcceptsNumbersAsText { get; set; }

    /// <summary>
    /// Whether a write that names a GSID in a lookup field is refused (<c>GSOBJ_1011</c>) if no row has it. Not documented. Default:
    /// <see langword="true"/>.
    /// </summary>
    public bool LookupsMustExist { get; set; } = true;
}
