using System.Text.Json.Serialization;

namespace Gainsight.Client;

/// <summary>What a person is in a relationship: the link between the two.</summary>
/// <remarks>
/// Written along with a person from <see cref="Person.Relationships"/>, or on its own through <see cref="GainsightClient.RelationshipPeople"/>.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<RelationshipPerson>))]
public sealed class RelationshipPerson : GainsightRecord
{
    /// <summary>The person: the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Field{string}, string)"/> with <see cref="PersonFields.Email"/>. Not used in <see cref="Person.Relationships"/>, whose person is plain. The API name is inferred, unconfirmed.</summary>
    public string? PersonId
    {
        get => Get(RelationshipPersonFields.PersonId);
        set => Set(RelationshipPersonFields.PersonId, value);
    }

    /// <summary>The relationship: the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Field{string}, string)"/> with <see cref="RelationshipFields.Name"/>. The API name is inferred, unconfirmed.</summary>
    public string? RelationshipId
    {
        get => Get(RelationshipPersonFields.RelationshipId);
        set => Set(RelationshipPersonFields.RelationshipId, value);
    }

    /// <summary>The person's title. That the link has it is inferred, unconfirmed.</summary>
    public string? Title
    {
        get => Get(RelationshipPersonFields.Title);
        set => Set(RelationshipPersonFields.Title, value);
    }

    /// <summary>The person's role. That the link has it is inferred, unconfirmed.</summary>
    public string? Role
    {
        get => Get(RelationshipPersonFields.Role);
        set => Set(RelationshipPersonFields.Role, value);
    }

    /// <summary>Whether the person still is active there. That the link has it is inferred, unconfirmed.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not true or false.</exception>
    public bool? Active
    {
        get => Get(RelationshipPersonFields.Active);
        set => Set(RelationshipPersonFields.Active, value);
    }

    internal override ObjectDefinition Definition => RelationshipPersonFields.Definition;
}
