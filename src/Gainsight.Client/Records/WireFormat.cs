namespace Gainsight.Client;

/// <summary>The forms of values in calls that may differ between tenants.</summary>
internal sealed record WireFormat(DateFormat Date, MultiSelectFormat MultiSelect)
{
    /// <summary>The zone in which the tenant reads the times in filters, whatever zone they name. Null when the tenant respects the zone.</summary>
    public TimeZoneInfo? FilterTimeZone { get; init; }

    /// <summary>The form of the body of a call that deletes activities.</summary>
    public ActivityDeleteFormat ActivityDelete { get; init; }

    public static WireFormat Default { get; } = new(DateFormat.Iso, MultiSelectFormat.Array);
}
