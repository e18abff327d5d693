using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client;

/// <summary>A person: a contact at companies and relationships, known by the e-mail address.</summary>
/// <remarks>
/// <para>
/// <see cref="PersonFields"/> has the tokens. Custom fields are set by name: <c>person["Favorite_Tool__gc"]</c>. An absent field and one that is null
/// both read as null; <see cref="GainsightRecord.IsSet"/> tells them apart.
/// </para>
/// <para>
/// What ties the person to companies and relationships (title, role, …) stands in rows of their own, which are written along with the person
/// from <see cref="Companies"/> and <see cref="Relationships"/>. They are not filled by a query: read them through
/// <see cref="GainsightClient.CompanyPeople"/> and <see cref="GainsightClient.RelationshipPeople"/>.
/// </para>
/// </remarks>
[GainsightObject("person")]
public sealed partial class Person : GainsightRecord
{
    /// <summary>The e-mail address: what a person is known by, compared without regard to case.</summary>
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

    /// <summary>Where the person is.</summary>
    [FieldFacts(Confidence.Live)]
    public partial string? Location { get; set; }

    /// <summary>The time zone, such as <c>Europe/Lisbon</c>.</summary>
    [FieldFacts(Confidence.Live, Note = "Sources differ on whether it is text or a picklist.")]
    public partial string? Timezone { get; set; }

    /// <summary>Whether the person wants no e-mail.</summary>
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

    /// <summary>The key that tells people apart besides the e-mail address, in tenants that are set up for it.</summary>
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
    [FieldFacts(Confidence.ThirdParty, Note = "One source has it as text.")]
    public partial int? MasterAvatarTypeCode { get; set; }

    /// <summary>
    /// The companies to link the person to. A row there names its company in <see cref="CompanyPerson.CompanyId"/>, by GSID or by a lookup,
    /// and holds what the person is there; every writable field that is present is sent. That companies which are not named keep their links is inferred, unconfirmed.
    /// </summary>
    /// <remarks>Seen in a production integration and in scripts that run against tenants (<c>companies</c>). Not filled by a query.</remarks>
    /// <example><code>person.Companies.Add(new CompanyPerson { CompanyId = gsid, Title = "Head of Ops" });</code></example>
    public IList<CompanyPerson> Companies => CompanyLinks.List;

    /// <summary>The relationships to link the person to, as <see cref="Companies"/>.</summary>
    /// <remarks>
    /// That relationships can be named in the same call is told by partners and Gainsight's own pages; the member's name
    /// (<c>relationships</c>) and its fields are inferred, unconfirmed. <see cref="GainsightClient.RelationshipPeople"/> goes the known way.
    /// </remarks>
    public IList<RelationshipPerson> Relationships => RelationshipLinks.List;

    internal override IReadOnlyList<RecordLinks> Links => [CompanyLinks, RelationshipLinks];

    /// <summary>Made when asked for: people that are read from a tenant have none.</summary>
    private RecordLinks<CompanyPerson> CompanyLinks =>
        field ??= new("companies", CompanyPersonFields.Definition, CompanyPersonFields.PersonId, CompanyPersonFields.CompanyId);

    private RecordLinks<RelationshipPerson> RelationshipLinks =>
        field ??= new("relationships", RelationshipPersonFields.Definition, RelationshipPersonFields.PersonId, RelationshipPersonFields.RelationshipId);
}
