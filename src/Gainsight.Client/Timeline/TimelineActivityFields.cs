namespace Gainsight.Client;

/// <summary>The fields of a Timeline activity (object <c>activity_timeline</c>).</summary>
/// <remarks>An administrator's own fields are called <c>Ant__…__c</c>, not <c>__gc</c>: <c>Field.Custom&lt;decimal&gt;("Ant__Seats__c")</c>.</remarks>
public static partial class TimelineActivityFields
{
    /// <inheritdoc cref="TimelineActivity.GsCompanyId"/>
    public static LookupField GsCompanyId { get; } = new("GsCompanyId", "company") { DocumentedKey = ("Name", "companyName") };

    /// <inheritdoc cref="TimelineActivity.AuthorId"/>
    public static LookupField AuthorId { get; } = new("AuthorId", "gsuser") { DocumentedKey = ("Email", "Author") };

    /// <summary>Whether attendees whom Gainsight does not know are left out. It stands among the fields so that it goes with a record wherever that is merged or kept.</summary>
    internal static Field<bool> LeavesOutUnknownAttendees { get; } = new("AttendeeNoMatchNullable", DataType.Boolean);

    /// <summary>Whether, of several attendees of one address, the first is taken.</summary>
    internal static Field<bool> TakesFirstAttendee { get; } = new("AttendeeMultiMatchFirst", DataType.Boolean);
}
