namespace Gainsight.Client;

/// <summary>The forms of values in calls that may differ between tenants.</summary>
internal sealed record WireFormat(DateFormat Date, MultiSelectFormat MultiSelect)
{
    /// <summary>The zone in which the tenant reads the times in filters, whatever zone they name. Null when the tenant respects the zone.</summary>
    public TimeZoneInfo? FilterTimeZone { get; init; }

    /// <summary>The date fields that a write knows by their names only, as the tenant describes them. Null when they were not looked up.</summary>
    public DescribedDates? Described { get; init; }

    /// <summary>The form of the body of a call that deletes activities.</summary>
    public ActivityDeleteFormat ActivityDelete { get; init; }

    /// <summary>The member next to a goal that removes its links.</summary>
    public string GoalUnlink { get; init; } = "disassociation";

    public static WireFormat Default { get; } = new(DateFormat.Iso, MultiSelectFormat.Array);

    /// <summary>The shape of a text or a moment. What the tenant says of a field takes precedence over the token, which only says how the caller stores the value.</summary>
    public FieldShape ShapeOf(string field, FieldShape shape) =>
        shape is FieldShape.AsIs or FieldShape.DateTime && Described is not null ? Described.ShapeOf(field, shape) : shape;
}
