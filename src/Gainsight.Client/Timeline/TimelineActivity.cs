namespace Gainsight.Client;

/// <summary>An activity of the Timeline: a meeting, a call, an e-mail, a note.</summary>
/// <remarks>
/// <see cref="TimelineActivityFields"/> has the tokens. Fields that an administrator added are set by name: <c>activity["Ant__Seats__c"]</c>. A field
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
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the columns of a data warehouse.")]
    public partial string? ActivityId { get; set; }

    /// <summary>The caller's own id. It must be unique among all activities that the tenant ever had, and it makes saves safe to repeat. Generated if a new activity has none.</summary>
    [FieldFacts(Confidence.Official)]
    public partial string? ExternalId { get; set; }

    /// <summary>The kind of record that the activity belongs to: one of <see cref="TimelineContexts"/>. Required.</summary>
    [FieldFacts(Confidence.Official, IsRequired = true)]
    public partial string? ContextName { get; set; }

    /// <summary>The GSID of the CTA, success plan or other record that the activity belongs to.</summary>
    [GainsightField(DataType = nameof(DataType.Gsid))]
    [FieldFacts(Confidence.ThirdParty, Note = "A third party says that writes accept it.")]
    public partial string? ContextId { get; set; }

    /// <summary>The company. Set the GSID, or use <see cref="SetCompany"/>.</summary>
    [FieldFacts(Confidence.Official)]
    public partial string? GsCompanyId { get; set; }

    /// <summary>The relationship. Set the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/>. It must belong to the company if one is set.</summary>
    [GainsightField(LookupTo = "relationship")]
    [FieldFacts(Confidence.Official, Note = "It is inferred that writes accept it.")]
    public partial string? GsRelationshipId { get; set; }

    /// <summary>The type of the relationship. Set by Gainsight.</summary>
    [GainsightField(LookupTo = "relationship_type")]
    [FieldFacts(Confidence.Live)]
    public partial string? GsRelationshipTypeId { get; }

    /// <summary>The display name of the activity type: <c>Update</c>, <c>Call</c>, <c>Meeting</c>, <c>Email</c>, <c>Milestone</c>, or a type of the tenant. Required. No API lists the types; <see cref="TimelineClient.ListValuesAsync(Field{string}, CancellationToken)"/> finds those in use.</summary>
    [FieldFacts(Confidence.Official, IsRequired = true)]
    public partial string? TypeName { get; set; }

    /// <summary>The reporting category of the type, such as <c>Meeting</c>; compare it case-insensitively. Set by Gainsight.</summary>
    [FieldFacts(Confidence.Live)]
    public partial string? ReportingCategory { get; }

    /// <summary>The subject. Required; at most 255 characters.</summary>
    [FieldFacts(Confidence.Official, Note = "The limit is from a third party.", IsRequired = true)]
    public partial string? Subject { get; set; }

    /// <summary>The notes as HTML, sent as they are. For plain text use <see cref="SetNotesText"/>. Required.</summary>
    [GainsightField(DataType = nameof(DataType.RichText))]
    [FieldFacts(Confidence.Official, IsRequired = true)]
    public partial string? Notes { get; set; }

    /// <summary>The notes without markup. Set by Gainsight.</summary>
    [GainsightField(DataType = nameof(DataType.RichText), IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the columns of a data warehouse.")]
    public partial string? NotesPlainText { get; }

    /// <summary>When the activity took place. Default: the time of the save.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    [FieldFacts(Confidence.Official, Note = "The default is from a third party.")]
    public partial DateTimeOffset? ActivityDate { get; set; }

    /// <summary>The duration, in minutes.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a whole number.</exception>
    [FieldFacts(Confidence.Live, Note = "It is not confirmed that writes accept it.")]
    public partial int? DurationInMins { get; set; }

    /// <summary>The author, a user. Set the GSID, or use <see cref="SetAuthor"/>. Required.</summary>
    [FieldFacts(Confidence.Official, Note = "It is inferred that a GSID can be written.", IsRequired = true)]
    public partial string? AuthorId { get; set; }

    /// <summary>The users who took part: their names in one text. Set by Gainsight from <see cref="InternalAttendeeEmails"/>.</summary>
    [FieldFacts(Confidence.Live)]
    public partial string? InternalAttendees { get; }

    /// <summary>The customer's people who took part: their names in one text. Set by Gainsight from <see cref="ExternalAttendeeEmails"/>.</summary>
    [FieldFacts(Confidence.Live)]
    public partial string? ExternalAttendees { get; }

    /// <summary>The e-mail addresses of the users who took part. Only written: Gainsight finds the users and returns <see cref="InternalAttendees"/>. Gainsight refuses an address of no user or of several users, unless <see cref="SetAttendeeLookup"/> changes this.</summary>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Official, Note = "The name exists only in this library: sent as `internalAttendees`.")]
    public partial IReadOnlyList<string>? InternalAttendeeEmails { get; set; }

    /// <summary>The e-mail addresses of the customer's people who took part. Only written: Gainsight finds the people and returns <see cref="ExternalAttendees"/>. Gainsight refuses an address of no person or of several people, unless <see cref="SetAttendeeLookup"/> changes this.</summary>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "The name exists only in this library: sent as `externalAttendees`.")]
    public partial IReadOnlyList<string>? ExternalAttendeeEmails { get; set; }

    /// <summary>Where the activity was entered. Set by Gainsight.</summary>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the columns of a data warehouse.")]
    public partial string? Source { get; }

    /// <summary>The system that the activity came from.</summary>
    [FieldFacts(Confidence.Live, Note = "It is not confirmed that writes accept it.")]
    public partial string? ExternalSource { get; set; }

    /// <summary>The type of a milestone.</summary>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from the columns of a data warehouse. It is not confirmed that writes accept it.")]
    public partial string? MilestoneTypeName { get; set; }

    /// <summary>When the activity was last changed. Change feeds use it, because activities have no <c>ModifiedDate</c>.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    [FieldFacts(Confidence.Live, IsModifiedDate = true)]
    public partial DateTimeOffset? LastModifiedDate { get; }

    /// <summary>Lets Gainsight find the author by e-mail address, as in its own sample. Gainsight refuses the activity if no user or several users have the address.</summary>
    /// <param name="email">The user's e-mail address.</param>
    /// <exception cref="ArgumentException"><paramref name="email"/> is empty.</exception>
    public void SetAuthor(string email) => SetLookup(TimelineActivityFields.AuthorId, UserFields.Email, email);

    /// <summary>Lets Gainsight find the company by name, as in its own sample. Gainsight refuses the activity if no company or several companies have the name.</summary>
    /// <param name="name">The company's name.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public void SetCompany(string name) => SetLookup(TimelineActivityFields.GsCompanyId, CompanyFields.Name, name);

    /// <summary>Sets what happens if nobody or several people have the address of an internal or external attendee. Default: Gainsight refuses the activity.</summary>
    /// <remarks>
    /// Third parties document the options for lookups. It is inferred that <see cref="LookupNoMatch.Null"/> leaves out only this attendee and keeps the
    /// others. Activities with different options are sent in separate calls.
    /// </remarks>
    /// <param name="onNoMatch">What happens to an address that nobody has. <see cref="LookupNoMatch.Null"/> leaves it out.</param>
    /// <param name="onMultipleMatches">What happens to an address that several people have.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of the enum.</exception>
    public void SetAttendeeLookup(LookupNoMatch onNoMatch, LookupMultiMatch onMultipleMatches = LookupMultiMatch.Error)
    {
        EnumValue.Check((int)onNoMatch, (int)LookupNoMatch.Null, nameof(onNoMatch));
        EnumValue.Check((int)onMultipleMatches, (int)LookupMultiMatch.First, nameof(onMultipleMatches));
        Set(TimelineActivityFields.LeavesOutUnknownAttendees, onNoMatch == LookupNoMatch.Null);
        Set(TimelineActivityFields.TakesFirstAttendee, onMultipleMatches == LookupMultiMatch.First);
    }

    /// <summary>Sets <see cref="Notes"/> to plain text. Markup in the text is shown as text, and line breaks are kept.</summary>
    /// <param name="text">The text; null empties the notes.</param>
    public void SetNotesText(string? text) => Set(TimelineActivityFields.Notes, text is null ? null : NotesHtml.FromText(text));
}
