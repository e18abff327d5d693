namespace Gainsight.Client;

/// <summary>What a person is in a relationship: the link between the two.</summary>
/// <remarks>
/// Written along with a person from <see cref="Person.Relationships"/>, or on its own through <see cref="GainsightClient.RelationshipPeople"/>.
/// </remarks>
[GainsightObject("relationship_person")]
[ObjectFacts(IsDescribed = true)]
public sealed partial class RelationshipPerson : GainsightRecord
{
    /// <summary>The person: the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Field{string}, string)"/> with <see cref="PersonFields.Email"/>. Not used in <see cref="Person.Relationships"/>, whose person is plain.</summary>
    [GainsightField("Person_ID", LookupTo = "person")]
    [FieldFacts(Confidence.Inferred, Note = "The API name is concluded from `company_person`.", IsRequired = true)]
    public partial string? PersonId { get; set; }

    /// <summary>The relationship: the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Field{string}, string)"/> with <see cref="RelationshipFields.Name"/>.</summary>
    [GainsightField("Relationship_ID", LookupTo = "relationship")]
    [FieldFacts(Confidence.Inferred, Note = "The API name is concluded from `company_person`.", IsRequired = true)]
    public partial string? RelationshipId { get; set; }

    /// <summary>The person's title.</summary>
    [FieldFacts(Confidence.Inferred, Note = "That the link has it is concluded from `company_person`.")]
    public partial string? Title { get; set; }

    /// <summary>The person's role.</summary>
    [FieldFacts(Confidence.Inferred, Note = "That the link has it is concluded from `company_person`.")]
    public partial string? Role { get; set; }

    /// <summary>Whether the person still is active there.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not true or false.</exception>
    [FieldFacts(Confidence.Inferred, Note = "That the link has it is concluded from `company_person`.")]
    public partial bool? Active { get; set; }
}
