using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Gainsight.Client;

/// <summary>A person: a contact at companies and relationships, known by the e-mail address.</summary>
/// <remarks>
/// <para>
/// Fields as in <see cref="PersonFields"/>; custom fields go by name: <c>person["Favorite_Tool__gc"]</c>. An absent field and one that is null
/// both read as null; <see cref="GainsightRecord.IsSet"/> tells them apart.
/// </para>
/// <para>
/// What ties the person to companies and relationships (title, role, …) stands in rows of their own, which are written along with the person
/// from <see cref="Companies"/> and <see cref="Relationships"/>. They are not filled by a query: read them through
/// <see cref="GainsightClient.CompanyPeople"/> and <see cref="GainsightClient.RelationshipPeople"/>.
/// </para>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<Person>))]
public sealed class Person : GainsightRecord
{
    /// <summary>The e-mail address: what a person is known by, compared without regard to case.</summary>
    public string? Email
    {
        get => Get(PersonFields.Email);
        set => Set(PersonFields.Email, value);
    }

    /// <summary>The full name.</summary>
    public string? Name
    {
        get => Get(PersonFields.Name);
        set => Set(PersonFields.Name, value);
    }

    /// <summary>The first name.</summary>
    public string? FirstName
    {
        get => Get(PersonFields.FirstName);
        set => Set(PersonFields.FirstName, value);
    }

    /// <summary>The middle name.</summary>
    public string? MiddleName
    {
        get => Get(PersonFields.MiddleName);
        set => Set(PersonFields.MiddleName, value);
    }

    /// <summary>The last name.</summary>
    public string? LastName
    {
        get => Get(PersonFields.LastName);
        set => Set(PersonFields.LastName, value);
    }

    /// <summary>The address of the LinkedIn profile.</summary>
    [SuppressMessage("Design", "CA1056:URI-like properties should not be strings", Justification = "A field holds whatever text it was given; one that is no address must be readable too.")]
    public string? LinkedinUrl
    {
        get => Get(PersonFields.LinkedinUrl);
        set => Set(PersonFields.LinkedinUrl, value);
    }

    /// <summary>Where the person is.</summary>
    public string? Location
    {
        get => Get(PersonFields.Location);
        set => Set(PersonFields.Location, value);
    }

    /// <summary>The time zone, such as <c>Europe/Lisbon</c>. Sources differ on whether it is text or a picklist.</summary>
    public string? Timezone
    {
        get => Get(PersonFields.Timezone);
        set => Set(PersonFields.Timezone, value);
    }

    /// <summary>Whether the person wants no e-mail.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not true or false.</exception>
    public bool? EmailOptOut
    {
        get => Get(PersonFields.EmailOptOut);
        set => Set(PersonFields.EmailOptOut, value);
    }

    /// <summary>Remarks.</summary>
    public string? Comments
    {
        get => Get(PersonFields.Comments);
        set => Set(PersonFields.Comments, value);
    }

    /// <summary>The id in another system. One production integration writes a custom field <c>ExternalRecordID__gc</c> instead.</summary>
    public string? ExternalRecordId
    {
        get => Get(PersonFields.ExternalRecordId);
        set => Set(PersonFields.ExternalRecordId, value);
    }

    /// <summary>What persons are told apart by besides the e-mail, where the tenant is set up so (told at second hand).</summary>
    public string? DynamicResolutionKey
    {
        get => Get(PersonFields.DynamicResolutionKey);
        set => Set(PersonFields.DynamicResolutionKey, value);
    }

    /// <summary>The GSID of the person that this one was merged into (told at second hand).</summary>
    public string? MasterRecordId
    {
        get => Get(PersonFields.MasterRecordId);
        set => Set(PersonFields.MasterRecordId, value);
    }

    /// <summary>The kind of avatar. One source has it as text.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a whole number.</exception>
    public int? MasterAvatarTypeCode
    {
        get => Get(PersonFields.MasterAvatarTypeCode);
        set => Set(PersonFields.MasterAvatarTypeCode, value);
    }

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

    internal override ObjectDefinition Definition => PersonFields.Definition;

    internal override IReadOnlyList<RecordLinks> Links => [CompanyLinks, RelationshipLinks];

    /// <summary>Made when asked for: people that are read from a tenant have none.</summary>
    private RecordLinks<CompanyPerson> CompanyLinks =>
        field ??= new("companies", CompanyPersonFields.Definition, CompanyPersonFields.PersonId, CompanyPersonFields.CompanyId);

    private RecordLinks<RelationshipPerson> RelationshipLinks =>
        field ??= new("relationships", RelationshipPersonFields.Definition, RelationshipPersonFields.PersonId, RelationshipPersonFields.RelationshipId);
}
