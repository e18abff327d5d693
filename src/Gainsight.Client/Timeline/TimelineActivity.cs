namespace Gainsight.Client;

/// <summary>An activity of the Timeline: a meeting, a call, an e-mail, a note.</summary>
/// <remarks>
/// <see cref="TimelineActivityFields"/> has the tokens. An administrator's own fields are set by name: <c>activity["Ant__Seats__c"]</c>. A field
/// without a value may be missing from a row that was read, even when it was selected.
/// </remarks>
/// <example>
/// <code>
/// var note = new TimelineActivity { ContextName = TimelineContexts.Company, TypeName = "Meeting", Subject = "Kick-off" };
/// note.SetAuthor("rhea@northwind.example");
/// note.SetCompany("Acme");
/// note.SetNotesText("Agreed on the goals.");
/// </code>
/// </example>
[GainsightObject("activity_timeline")]
[ObjectFacts(SystemFields = [nameof(Gsid), nameof(CreatedDate)])]
public sealed partial class TimelineActivity : GainsightRecord
{
    /// <summary>The activity's id in Timeline, which deletes need. It is not the GSID. Set by Gainsight; sent only as the key of an update.</summary>
    [GainsightField(DataType = nameof(DataType.Gsid))]
    [FieldFacts(Confidence.Inferred, Note = "The API name is concluded from the columns of a warehouse.")]
    public partial string? ActivityId { get; set; }

    /// <summary>The caller's own id: unique among all activities that the tenant ever held, and what makes saves safe to repeat. Made when a new activity has none.</summary>
    [FieldFacts(Confidence.Official)]
    public partial string? ExternalId { get; set; }

    /// <summary>What the activity is filed under: one of <see cref="TimelineContexts"/>. Required.</summary>
    [FieldFacts(Confidence.Official, IsRequired = true)]
    public partial string? ContextName { get; set; }

    /// <summary>The GSID of the CTA, success plan or other row that it is filed under.</summary>
    [GainsightField(DataType = nameof(DataType.Gsid))]
    [FieldFacts(Confidence.ThirdParty, Note = "That writes take it is told by a third party.")]
    public partial string? ContextId { get; set; }

    /// <summary>The company: its GSID, or use <see cref="SetCompany"/>.</summary>
    [FieldFacts(Confidence.Official)]
    public partial string? GsCompanyId { get; set; }

    /// <summary>The relationship: its GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/>. It must belong to the company, where one is given.</summary>
    [GainsightField(LookupTo = "relationship")]
    [FieldFacts(Confidence.Official, Note = "That writes take it is inferred.")]
    public partial string? GsRelationshipId { get; set; }

    /// <summary>The type of the relationship. Set by Gainsight.</summary>
    [GainsightField(LookupTo = "relationship_type")]
    [FieldFacts(Confidence.Live)]
    public partial string? GsRelationshipTypeId { get; }

    /// <summary>The display name of the activity type: <c>Update</c>, <c>Call</c>, <c>Meeting</c>, <c>Email</c>, <c>Milestone</c>, or a type of the tenant's own. Required. No API lists them; <see cref="TimelineClient.ListValuesAsync(Field{string}, CancellationToken)"/> finds those in use.</summary>
    [FieldFacts(Confidence.Official, IsRequired = true)]
    public partial string? TypeName { get; set; }

    /// <summary>The reporting category of the type, such as <c>Meeting</c>; compare it without regard to case. Set by Gainsight.</summary>
    [FieldFacts(Confidence.Live)]
    public partial string? ReportingCategory { get; }

    /// <summary>The subject. Required; at most 255 characters.</summary>
    [FieldFacts(Confidence.Official, Note = "The limit is told by a third party.", IsRequired = true)]
    public partial string? Subject { get; set; }

    /// <summary>The notes as HTML, sent as they are. For plain text use <see cref="SetNotesText"/>. Required.</summary>
    [GainsightField(DataType = nameof(DataType.RichText))]
    [FieldFacts(Confidence.Official, IsRequired = true)]
    public partial string? Notes { get; set; }

    /// <summary>The notes without markup. Set by Gainsight.</summary>
    [GainsightField(DataType = nameof(DataType.RichText), IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "The API name is concluded from the columns of a warehouse.")]
    public partial string? NotesPlainText { get; }

    /// <summary>When it took place. Gainsight takes the time of the save when it is absent.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    [FieldFacts(Confidence.Official, Note = "The default is told by a third party.")]
    public partial DateTimeOffset? ActivityDate { get; set; }

    /// <summary>How long it took, in minutes.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a whole number.</exception>
    [FieldFacts(Confidence.Live, Note = "That writes take it is not confirmed.")]
    public partial int? DurationInMins { get; set; }

    /// <summary>The author: a user's GSID, or use <see cref="SetAuthor"/>. Required.</summary>
    [FieldFacts(Confidence.Official, Note = "That a GSID can be written is inferred.", IsRequired = true)]
    public partial string? AuthorId { get; set; }

    /// <summary>The users who took part, as one text of their names. Set by Gainsight from <see cref="InternalAttendeeEmails"/>.</summary>
    [FieldFacts(Confidence.Live)]
    public partial string? InternalAttendees { get; }

    /// <summary>The customer's people who took part, as one text of their names. Set by Gainsight from <see cref="ExternalAttendeeEmails"/>.</summary>
    [FieldFacts(Confidence.Live)]
    public partial string? ExternalAttendees { get; }

    /// <summary>The e-mail addresses of the users who took part. Written only: Gainsight finds the users, and gives back <see cref="InternalAttendees"/>. An address that no user has, or several have, is refused, unless <see cref="SetAttendeeLookup"/> says otherwise.</summary>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Official, Note = "The name is this library's own: sent as `internalAttendees`.")]
    public partial IReadOnlyList<string>? InternalAttendeeEmails { get; set; }

    /// <summary>The e-mail addresses of the customer's people who took part. Written only: Gainsight finds the people, and gives back <see cref="ExternalAttendees"/>. An address that no person has, or several have, is refused, unless <see cref="SetAttendeeLookup"/> says otherwise.</summary>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "The name is this library's own: sent as `externalAttendees`.")]
    public partial IReadOnlyList<string>? ExternalAttendeeEmails { get; set; }

    /// <summary>Where the activity was entered. Set by Gainsight.</summary>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "The API name is concluded from the columns of a warehouse.")]
    public partial string? Source { get; }

    /// <summary>The system that it came from.</summary>
    [FieldFacts(Confidence.Live, Note = "That writes take it is not confirmed.")]
    public partial string? ExternalSource { get; set; }

    /// <summary>The type of a milestone.</summary>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "The API name is concluded from the columns of a warehouse. That writes take it is not confirmed.")]
    public partial string? MilestoneTypeName { get; set; }

    /// <summary>When it was last changed. Change feeds read it: activities have no <c>ModifiedDate</c>.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    [FieldFacts(Confidence.Live, IsModifiedDate = true)]
    public partial DateTimeOffset? LastModifiedDate { get; }

    /// <summary>Has Gainsight find the author by e-mail, as its own sample does. The activity is refused when no user, or several, have the address.</summary>
    /// <param name="email">The user's e-mail address.</param>
    /// <exception cref="ArgumentException"><paramref name="email"/> is empty.</exception>
    public void SetAuthor(string email) => SetLookup(TimelineActivityFields.AuthorId, UserFields.Email, email);

    /// <summary>Has Gainsight find the company by name, as its own sample does. The activity is refused when no company, or several, have the name.</summary>
    /// <param name="name">The company's name.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public void SetCompany(string name) => SetLookup(TimelineActivityFields.GsCompanyId, CompanyFields.Name, name);

    /// <summary>Says what becomes of the activity when an address of an attendee, internal or external, finds no one, or several. Without it, the activity is refused.</summary>
    /// <remarks>
    /// The options are documented for lookups at second hand; that <see cref="LookupNoMatch.Null"/> leaves out the one attendee, and keeps the others, is
    /// inferred, unconfirmed. Activities with different options go out in separate calls.
    /// </remarks>
    /// <param name="onNoMatch">What happens to an address that no one has; <see cref="LookupNoMatch.Null"/> leaves it out.</param>
    /// <param name="onMultipleMatches">What happens to an address that several have.</param>
    public void SetAttendeeLookup(LookupNoMatch onNoMatch, LookupMultiMatch onMultipleMatches = LookupMultiMatch.Error)
    {
        Set(TimelineActivityFields.LeavesOutUnknownAttendees, onNoMatch == LookupNoMatch.Null);
        Set(TimelineActivityFields.TakesFirstAttendee, onMultipleMatches == LookupMultiMatch.First);
    }

    /// <summary>Sets <see cref="Notes"/> to plain text: whatever would be markup is shown as it stands, and line breaks are kept.</summary>
    /// <param name="text">The text; null empties the notes.</param>
    public void SetNotesText(string? text) => Notes = text is null ? null : NotesHtml.FromText(text);
}
