namespace Gainsight.Client;

/// <summary>The link between a person and a company, with title and role.</summary>
/// <remarks>
/// Written together with a person from <see cref="Person.Companies"/>, or separately through <see cref="GainsightClient.CompanyPeople"/>.
/// </remarks>
[GainsightObject("company_person")]
public sealed partial class CompanyPerson : GainsightRecord
{
    /// <summary>The person. Set the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Field{string}, string)"/> with <see cref="PersonFields.Email"/>. Not used in <see cref="Person.Companies"/>, where the person is known.</summary>
    [GainsightField("Person_ID", LookupTo = "person")]
    [FieldFacts(Confidence.Live, IsRequired = true)]
    public partial string? PersonId { get; set; }

    /// <summary>The company. Set the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Field{string}, string)"/> with <see cref="CompanyFields.Name"/>.</summary>
    [GainsightField("Company_ID", LookupTo = "company")]
    [FieldFacts(Confidence.Live, IsRequired = true)]
    public partial string? CompanyId { get; set; }

    /// <summary>The person's title at the company.</summary>
    [FieldFacts(Confidence.Live)]
    public partial string? Title { get; set; }

    /// <summary>The person's role at the company.</summary>
    [FieldFacts(Confidence.Live, Note = "Sources differ on whether it is text or a picklist.")]
    public partial string? Role { get; set; }

    /// <summary>Whether the person is still at the company.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not true or false.</exception>
    [FieldFacts(Confidence.Live)]
    public partial bool? Active { get; set; }

    /// <summary>Whether this is the person's main company.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not true or false.</exception>
    [FieldFacts(Confidence.ThirdParty)]
    public partial bool? IsPrimaryCompany { get; set; }

    /// <summary>The manager.</summary>
    [GainsightField(LookupTo = "person", IsSelected = false)]
    [FieldFacts(Confidence.ThirdParty, Note = "It is inferred that it points to a person.")]
    public partial string? Manager { get; set; }
}
