using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client;

/// <summary>A person: a contact at companies and relationships, identified by the e-mail address.</summary>
/// <remarks>
/// <para>
/// <see cref="PersonFields"/> has the tokens. Set custom fields by name: <c>person["Favorite_Tool__gc"]</c>. A field that is absent and a field
/// that is null both read as null; <see cref="GainsightRecord.IsSet"/> tells them apart.
/// </para>
/// <para>
/// The links of the person to companies and relationships (title, role, …) are separate rows, which are written together with the person
/// from <see cref="Companies"/> and <see cref="Relationships"/>. A query does not fill them: read them through
/// <see cref="GainsightClient.CompanyPeople"/> and <see cref="GainsightClient.RelationshipPeople"/>.
/// </para>
/// </remarks>
[GainsightObject("person")]
public sealed partial class Person : GainsightRecord
{
    /// <summary>The e-mail address, which identifies the person. Compared case-insensitively.</summary>
    [GainsightField(DataType = nameof(DataType.Email))]
    [FieldFacts(Confidence.Live, IsRequired = true)]
    public partial string? Email { get; set; }

    /// <summary>The full name.</summary>
    [FieldFacts(Confidence.Live)]
    public partial string? Name { get; set; }

    /// <summary>The first name.</summary>
    [FieldFacts(Confidence.Live)]
    public partial string? FirstName { get; set; }

    /// <summary>The middle name.</summary>
    [FieldFacts(Confidence.Live)]
    public partial string? MiddleName { get; set; }

    /// <summary>The last name.</summary>
    [FieldFacts(Confidence.Live)]
    public partial string? LastName { get; set; }

    /// <summary>The address of the LinkedIn profile.</summary>
    [SuppressMessage("Design", "CA1056:URI-like properties should not be strings", Justification = "A field holds whatever text it was given; one that is no address must be readable too.")]
    [GainsightField(DataType = nameof(DataType.Url))]
    [FieldFacts(Confidence.Live)]
    public partial string? LinkedinUrl { get; set; }

    /// <summary>The location of the person.</summary>
    [FieldFacts(Confidence.Live)]
    public partial string? Location { get; set; }

    /// <summary>The time zone, such as <c>Europe/Lisbon</c>.</summary>
    [FieldFacts(Confidence.Live, Note = "Sources differ on whether it is text or a picklist.")]
    public partial string? Timezone { get; set; }

    /// <summary>Whether the person has opted out of e-mail.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not true or false.</exception>
    [FieldFacts(Confidence.Live)]
    public partial bool? EmailOptOut { get; set; }

    /// <summary>Remarks.</summary>
    [FieldFacts(Confidence.Live)]
    public partial string? Comments { get; set; }

    /// <summary>The id in another system.</summary>
    [GainsightField("ExternalRecordID", IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty, Note = "One production integration writes a custom field `ExternalRecordID__gc` instead.")]
    public partial string? ExternalRecordId { get; set; }

    /// <summary>The key that identifies people in addition to the e-mail address, in tenants that are configured for it.</summary>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty)]
    public partial string? DynamicResolutionKey { get; set; }

    /// <summary>The GSID of the person that this one was merged into.</summary>
    [GainsightField("MasterRecordID", DataType = nameof(DataType.Gsid), IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty)]
    public partial string? MasterRecordId { get; set; }

    /// <summary>The kind of avatar.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a whole number.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty, Note = "One source shows it as text.")]
    public partial int? MasterAvatarTypeCode { get; set; }

    /// <summary>
    /// The companies to link the person to. Each row names its company in <see cref="CompanyPerson.CompanyId"/>, by GSID or by a lookup,
    /// and has the person's title and role there. Every writable field that is present is sent. It is inferred that companies that are not named keep their links.
    /// </summary>
    /// <remarks>
    /// Seen in a production integration and in scripts that run against tenants (<c>companies</c>). A query does not fill it. Setting it copies the
    /// rows.
    /// </remarks>
    /// <example><code>person.Companies.Add(new CompanyPerson { CompanyId = gsid, Title = "Head of Ops" });</code></example>
    [SuppressMessage("Usage", "CA2227:Collection properties should be read only", Justification = "An initializer with a collection expression needs the setter.")]
    public IList<CompanyPerson> Companies
    {
        get => CompanyLinks.List;
        set => CompanyLinks.Replace(value);
    }

    /// <summary>The relationships to link the person to, like <see cref="Companies"/>.</summary>
    /// <remarks>
    /// Partners and Gainsight's own pages say that the same call can name relationships. The member's name
    /// (<c>relationships</c>) and its fields are inferred. <see cref="GainsightClient.RelationshipPeople"/> uses the known call.
    /// </remarks>
    [SuppressMessage("Usage", "CA2227:Collection properties should be read only", Justification = "An initializer with a collection expression needs the setter.")]
    public IList<RelationshipPerson> Relationships
    {
        get => RelationshipLinks.List;
        set => RelationshipLinks.Replace(value);
    }

    internal override IReadOnlyList<RecordLinks> Links => [CompanyLinks, RelationshipLinks];

    /// <summary>Created on first use, because people that are read from a tenant have no links.</summary>
    private RecordLinks<CompanyPerson> CompanyLinks =>
        field ??= new("companies", CompanyPersonFields.Definition, CompanyPersonFields.PersonId, CompanyPersonFields.CompanyId);

    private RecordLinks<RelationshipPerson> RelationshipLinks =>
        field ??= new("relationships", RelationshipPersonFields.Definition, RelationshipPersonFields.PersonId, RelationshipPersonFields.RelationshipId);
}
