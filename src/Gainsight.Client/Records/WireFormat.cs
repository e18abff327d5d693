namespace Gainsight.Client;

/// <summary>The forms of values on the wire that a tenant may want otherwise.</summary>
internal sealed record WireFormat(DateFormat Date, MultiSelectFormat MultiSelect)
{
    /// <summary>The zone in which the tenant reads the times in filters, whatever zone they name; null when it reads them as they are meant.</summary>
    public TimeZoneInfo? FilterTimeZone { get; init; }

    /// <summary>The form of the body that deletes activities.</summary>
    public ActivityDeleteFormat ActivityDelete { get; init; }

    public static WireFormat Default { get; } = new(DateFormat.Iso, MultiSelectFormat.Array);
}
