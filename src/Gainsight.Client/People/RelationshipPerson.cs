namespace Gainsight.Client;

/// <summary>The link between a person and a relationship.</summary>
/// <remarks>
/// Written together with a person from <see cref="Person.Relationships"/>, or separately through <see cref="GainsightClient.RelationshipPeople"/>.
/// </remarks>
[GainsightObject("relationship_person")]
[ObjectFacts(IsDescribed = true)]
public sealed partial class RelationshipPerson : GainsightRecord
{
    /// <summary>The person. Set the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Field{string}, string)"/> with <see cref="PersonFields.Email"/>. Not used in <see cref="Person.Relationships"/>, where the person is known.</summary>
    [GainsightField("Person_ID", LookupTo = "person")]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from `company_person`.", IsRequired = true)]
    public partial string? PersonId { get; set; }

    /// <summary>The relationship. Set the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Field{string}, string)"/> with <see cref="RelationshipFields.Name"/>.</summary>
    [GainsightField("Relationship_ID", LookupTo = "relationship")]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred from `company_person`.", IsRequired = true)]
    public partial string? RelationshipId { get; set; }

    /// <summary>The person's title.</summary>
    [FieldFacts(Confidence.Inferred, Note = "The field is inferred from `company_person`.")]
    public partial string? Title { get; set; }

    /// <summary>The person's role.</summary>
    [FieldFacts(Confidence.Inferred, Note = "The field is inferred from `company_person`.")]
    public partial string? Role { get; set; }

    /// <summary>Whether the person is still active there.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not true or false.</exception>
    [FieldFacts(Confidence.Inferred, Note = "The field is inferred from `company_person`.")]
    public partial bool? Active { get; set; }
}
