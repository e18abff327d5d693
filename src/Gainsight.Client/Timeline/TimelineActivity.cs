using System.Text.Json.Serialization;

namespace Gainsight.Client;

/// <summary>An activity of the Timeline: a meeting, a call, an e-mail, a note.</summary>
/// <remarks>
/// <see cref="TimelineActivityFields"/> has the tokens. An administrator's own fields go by name: <c>activity["Ant__Seats__c"]</c>. A field
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
[JsonConverter(typeof(RecordJsonConverter<TimelineActivity>))]
public sealed class TimelineActivity : GainsightRecord
{
    /// <inheritdoc cref="TimelineActivityFields.ActivityId"/>
    public string? ActivityId
    {
        get => Get(TimelineActivityFields.ActivityId);
        set => Set(TimelineActivityFields.ActivityId, value);
    }

    /// <inheritdoc cref="TimelineActivityFields.ExternalId"/>
    public string? ExternalId
    {
        get => Get(TimelineActivityFields.ExternalId);
        set => Set(TimelineActivityFields.ExternalId, value);
    }

    /// <inheritdoc cref="TimelineActivityFields.ContextName"/>
    public string? ContextName
    {
        get => Get(TimelineActivityFields.ContextName);
        set => Set(TimelineActivityFields.ContextName, value);
    }

    /// <inheritdoc cref="TimelineActivityFields.ContextId"/>
    public string? ContextId
    {
        get => Get(TimelineActivityFields.ContextId);
        set => Set(TimelineActivityFields.ContextId, value);
    }

    /// <summary>The company: its GSID, or use <see cref="SetCompany"/>.</summary>
    public string? GsCompanyId
    {
        get => Get(TimelineActivityFields.GsCompanyId);
        set => Set(TimelineActivityFields.GsCompanyId, value);
    }

    /// <summary>The relationship: its GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/>. It must belong to the company, where one is given. That writes take it is inferred, unconfirmed.</summary>
    public string? GsRelationshipId
    {
        get => Get(TimelineActivityFields.GsRelationshipId);
        set => Set(TimelineActivityFields.GsRelationshipId, value);
    }

    /// <inheritdoc cref="TimelineActivityFields.GsRelationshipTypeId"/>
    public string? GsRelationshipTypeId => Get(TimelineActivityFields.GsRelationshipTypeId);

    /// <inheritdoc cref="TimelineActivityFields.TypeName"/>
    public string? TypeName
    {
        get => Get(TimelineActivityFields.TypeName);
        set => Set(TimelineActivityFields.TypeName, value);
    }

    /// <inheritdoc cref="TimelineActivityFields.ReportingCategory"/>
    public string? ReportingCategory => Get(TimelineActivityFields.ReportingCategory);

    /// <inheritdoc cref="TimelineActivityFields.Subject"/>
    public string? Subject
    {
        get => Get(TimelineActivityFields.Subject);
        set => Set(TimelineActivityFields.Subject, value);
    }

    /// <summary>The notes as HTML, sent as they are. For plain text use <see cref="SetNotesText"/>. Required.</summary>
    public string? Notes
    {
        get => Get(TimelineActivityFields.Notes);
        set => Set(TimelineActivityFields.Notes, value);
    }

    /// <inheritdoc cref="TimelineActivityFields.NotesPlainText"/>
    public string? NotesPlainText => Get(TimelineActivityFields.NotesPlainText);

    /// <inheritdoc cref="TimelineActivityFields.ActivityDate"/>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    public DateTimeOffset? ActivityDate
    {
        get => Get(TimelineActivityFields.ActivityDate);
        set => Set(TimelineActivityFields.ActivityDate, value);
    }

    /// <inheritdoc cref="TimelineActivityFields.DurationInMins"/>
    /// <exception cref="GainsightProtocolException">The loaded value is not a whole number.</exception>
    public int? DurationInMins
    {
        get => Get(TimelineActivityFields.DurationInMins);
        set => Set(TimelineActivityFields.DurationInMins, value);
    }

    /// <summary>The author: a user's GSID, or use <see cref="SetAuthor"/>. Required. That a GSID is taken is inferred, unconfirmed.</summary>
    public string? AuthorId
    {
        get => Get(TimelineActivityFields.AuthorId);
        set => Set(TimelineActivityFields.AuthorId, value);
    }

    /// <inheritdoc cref="TimelineActivityFields.InternalAttendees"/>
    public string? InternalAttendees => Get(TimelineActivityFields.InternalAttendees);

    /// <inheritdoc cref="TimelineActivityFields.ExternalAttendees"/>
    public string? ExternalAttendees => Get(TimelineActivityFields.ExternalAttendees);

    /// <summary>The e-mail addresses of the users who took part. Written only: Gainsight finds the users, and gives back <see cref="InternalAttendees"/>. An address that no user has, or several have, is refused, unless <see cref="SetAttendeeLookup"/> says otherwise.</summary>
    public IReadOnlyList<string>? InternalAttendeeEmails
    {
        get => Get(TimelineActivityFields.InternalAttendeeEmails);
        set => Set(TimelineActivityFields.InternalAttendeeEmails, value);
    }

    /// <summary>The e-mail addresses of the customer's people who took part. Written only: Gainsight finds the people, and gives back <see cref="ExternalAttendees"/>. An address that no person has, or several have, is refused, unless <see cref="SetAttendeeLookup"/> says otherwise. That Gainsight takes them is inferred, unconfirmed.</summary>
    public IReadOnlyList<string>? ExternalAttendeeEmails
    {
        get => Get(TimelineActivityFields.ExternalAttendeeEmails);
        set => Set(TimelineActivityFields.ExternalAttendeeEmails, value);
    }

    /// <inheritdoc cref="TimelineActivityFields.Source"/>
    public string? Source => Get(TimelineActivityFields.Source);

    /// <inheritdoc cref="TimelineActivityFields.ExternalSource"/>
    public string? ExternalSource
    {
        get => Get(TimelineActivityFields.ExternalSource);
        set => Set(TimelineActivityFields.ExternalSource, value);
    }

    /// <inheritdoc cref="TimelineActivityFields.MilestoneTypeName"/>
    public string? MilestoneTypeName
    {
        get => Get(TimelineActivityFields.MilestoneTypeName);
        set => Set(TimelineActivityFields.MilestoneTypeName, value);
    }

    /// <inheritdoc cref="TimelineActivityFields.LastModifiedDate"/>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    public DateTimeOffset? LastModifiedDate => Get(TimelineActivityFields.LastModifiedDate);

    internal override ObjectDefinition Definition => TimelineActivityFields.Definition;

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
