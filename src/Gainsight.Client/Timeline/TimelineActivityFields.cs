namespace Gainsight.Client;

/// <summary>The fields of a Timeline activity (object <c>activity_timeline</c>).</summary>
/// <remarks>
/// Names from the Gainsight Timeline API documentation and from connectors and a warehouse that read a tenant; what is only inferred says
/// so. An administrator's own fields are called <c>Ant__…__c</c>, not <c>__gc</c>: <c>Field.Custom&lt;decimal&gt;("Ant__Seats__c")</c>.
/// </remarks>
public static class TimelineActivityFields
{
    /// <inheritdoc cref="SystemFields.Gsid"/>
    public static Field<string> Gsid => SystemFields.Gsid;

    /// <summary>The activity's id in Timeline, which deletes go by. It is not the GSID. Set by Gainsight; sent only as the key of an update. The name is inferred from a warehouse's columns.</summary>
    public static Field<string> ActivityId { get; } = new("ActivityId", DataType.Gsid);

    /// <summary>The caller's own id: unique among all activities that the tenant ever held, and what makes saves safe to repeat. Made when a new activity has none.</summary>
    public static Field<string> ExternalId { get; } = new("ExternalId", DataType.String);

    /// <summary>What the activity is filed under: one of <see cref="TimelineContexts"/>. Required.</summary>
    public static Field<string> ContextName { get; } = new("ContextName", DataType.String);

    /// <summary>The GSID of the CTA, success plan or other row that it is filed under. That writes take it is told by a third party.</summary>
    public static Field<string> ContextId { get; } = new("ContextId", DataType.Gsid);

    /// <summary>The company.</summary>
    public static LookupField GsCompanyId { get; } = new("GsCompanyId", "company") { DocumentedKey = ("Name", "companyName") };

    /// <summary>The relationship. That writes take it is inferred, unconfirmed.</summary>
    public static LookupField GsRelationshipId { get; } = new("GsRelationshipId", "relationship");

    /// <summary>The type of the relationship. Set by Gainsight.</summary>
    public static LookupField GsRelationshipTypeId { get; } = new("GsRelationshipTypeId", "relationship_type", isReadOnly: true);

    /// <summary>The display name of the activity type: <c>Update</c>, <c>Call</c>, <c>Meeting</c>, <c>Email</c>, <c>Milestone</c>, or a type of the tenant's own. Required. No API lists them; <see cref="TimelineClient.ListValuesAsync(Field{string}, CancellationToken)"/> finds those in use.</summary>
    public static Field<string> TypeName { get; } = new("TypeName", DataType.String);

    /// <summary>The reporting category of the type, such as <c>Meeting</c>; compare it without regard to case. Set by Gainsight.</summary>
    public static Field<string> ReportingCategory { get; } = new("ReportingCategory", DataType.String, isReadOnly: true);

    /// <summary>The subject. Required; at most 255 characters (told by a third party).</summary>
    public static Field<string> Subject { get; } = new("Subject", DataType.String);

    /// <summary>The notes as HTML. Required.</summary>
    public static Field<string> Notes { get; } = new("Notes", DataType.RichText);

    /// <summary>The notes without markup. Set by Gainsight. The name is inferred from a warehouse's columns.</summary>
    public static Field<string> NotesPlainText { get; } = new("NotesPlainText", DataType.RichText, isReadOnly: true);

    /// <summary>When it took place. Gainsight takes the time of the save when it is absent (told by a third party).</summary>
    public static Field<DateTimeOffset> ActivityDate { get; } = new("ActivityDate", DataType.DateTime);

    /// <summary>How long it took, in minutes. That writes take it is unconfirmed.</summary>
    public static Field<int> DurationInMins { get; } = new("DurationInMins", DataType.Number);

    /// <summary>The author, a user. Required; <see cref="TimelineActivity.SetAuthor"/> finds the user by e-mail.</summary>
    public static LookupField AuthorId { get; } = new("AuthorId", "gsuser") { DocumentedKey = ("Email", "Author") };

    /// <summary>The users who took part, as one text of their names. Set by Gainsight from <see cref="InternalAttendeeEmails"/>.</summary>
    public static Field<string> InternalAttendees { get; } = new("InternalAttendees", DataType.String, isReadOnly: true);

    /// <summary>The customer's people who took part, as one text of their names. Set by Gainsight from <see cref="ExternalAttendeeEmails"/>.</summary>
    public static Field<string> ExternalAttendees { get; } = new("ExternalAttendees", DataType.String, isReadOnly: true);

    /// <summary>The e-mail addresses of the users who took part: written, never read. A name of this library's, not of Gainsight's.</summary>
    public static Field<IReadOnlyList<string>> InternalAttendeeEmails { get; } = new("InternalAttendeeEmails", DataType.MultiSelect);

    /// <summary>The e-mail addresses of the customer's people who took part: written, never read. A name of this library's, not of Gainsight's. That Gainsight takes them is inferred, unconfirmed.</summary>
    public static Field<IReadOnlyList<string>> ExternalAttendeeEmails { get; } = new("ExternalAttendeeEmails", DataType.MultiSelect);

    /// <summary>Whether attendees whom Gainsight does not know are left out. It stands among the fields so that it goes with a record wherever that is merged or kept.</summary>
    internal static Field<bool> LeavesOutUnknownAttendees { get; } = new("AttendeeNoMatchNullable", DataType.Boolean);

    /// <summary>Whether, of several attendees of one address, the first is taken.</summary>
    internal static Field<bool> TakesFirstAttendee { get; } = new("AttendeeMultiMatchFirst", DataType.Boolean);

    /// <summary>Where the activity was entered. Set by Gainsight. The name is inferred from a warehouse's columns.</summary>
    public static Field<string> Source { get; } = new("Source", DataType.String, isReadOnly: true);

    /// <summary>The system that it came from. That writes take it is unconfirmed.</summary>
    public static Field<string> ExternalSource { get; } = new("ExternalSource", DataType.String);

    /// <summary>The type of a milestone. The name is inferred from a warehouse's columns, that writes take it is unconfirmed.</summary>
    public static Field<string> MilestoneTypeName { get; } = new("MilestoneTypeName", DataType.String);

    /// <inheritdoc cref="SystemFields.CreatedDate"/>
    public static Field<DateTimeOffset> CreatedDate => SystemFields.CreatedDate;

    /// <summary>When it was last changed. Change feeds go by it: activities have no <c>ModifiedDate</c>.</summary>
    public static Field<DateTimeOffset> LastModifiedDate { get; } = new("LastModifiedDate", DataType.DateTime, isReadOnly: true);

    /// <summary>Every standard field.</summary>
    public static IReadOnlyList<Field> All { get; } =
    [
        SystemFields.Gsid, ActivityId, ExternalId, ContextName, ContextId, GsCompanyId, GsRelationshipId, GsRelationshipTypeId, TypeName,
        ReportingCategory, Subject, Notes, NotesPlainText, ActivityDate, DurationInMins, AuthorId, InternalAttendees, ExternalAttendees,
        InternalAttendeeEmails, ExternalAttendeeEmails, Source, ExternalSource, MilestoneTypeName, SystemFields.CreatedDate, LastModifiedDate,
    ];

    /// <summary>The activity as the engines see it. Selected unless told otherwise: the fields that connectors read, and the ids.</summary>
    internal static ObjectDefinition Definition { get; } = new("activity_timeline", All)
    {
        DefaultSelect =
        [
            .. All.Except([NotesPlainText, InternalAttendeeEmails, ExternalAttendeeEmails, Source, MilestoneTypeName]),
        ],
        ModifiedDate = LastModifiedDate,
        Required = [ContextName, TypeName, Subject, Notes, AuthorId],
    };
}
