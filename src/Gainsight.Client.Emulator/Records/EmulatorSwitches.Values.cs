namespace Gainsight.Client.Emulator;

/// <content>Numbers, and the zone of dates.</content>
public sealed partial class EmulatorSwitches
{
    private string _responseTimeZone = "Asia/Kolkata";

    /// <summary>
    /// The time zone of dates in the form <see cref="DateForm.IsoWithOffset"/>, by its IANA name. Default: <c>Asia/Kolkata</c>.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such zone.</exception>
    public string ResponseTimeZone
    {
        get => _responseTimeZone;
        set => _responseTimeZone = TimeZones.Find(value).Id;
    }

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
