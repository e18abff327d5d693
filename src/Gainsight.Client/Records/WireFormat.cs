namespace Gainsight.Client;

/// <summary>The forms of values in calls that may differ between tenants.</summary>
internal sealed record WireFormat(DateFormat Date, MultiSelectFormat MultiSelect)
{
    /// <summary>The zone in which the tenant reads the times in filters, whatever zone they name. Null when the tenant respects the zone.</summary>
    public TimeZoneInfo? FilterTimeZone { get; init; }

    /// <summary>The form of the body of a call that deletes activities.</summary>
    public ActivityDeleteFormat ActivityDelete { get; init; }

    /// <summary>The member next to a goal that removes its links.</summary>
    public string GoalUnlink { get; init; } = "disassociation";

    public static WireFormat Default { get; } = new(DateFormat.Iso, MultiSelectFormat.Array);
}
