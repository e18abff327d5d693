namespace Gainsight.Client;

/// <summary>The fields of the link between a person and a relationship (object <c>relationship_person</c>).</summary>
/// <remarks>
/// The object was seen live, its fields were not: these are inferred from <see cref="CompanyPersonFields"/>, unconfirmed. Any other goes by name.
/// </remarks>
public static class RelationshipPersonFields
{
    /// <inheritdoc cref="SystemFields.Gsid"/>
    public static Field<string> Gsid => SystemFields.Gsid;

    /// <summary>The person. The API name is inferred from that of <see cref="CompanyPersonFields.PersonId"/>, unconfirmed.</summary>
    public static LookupField PersonId { get; } = new("Person_ID", "person");

    /// <summary>The relationship. The API name is inferred, unconfirmed.</summary>
    public static LookupField RelationshipId { get; } = new("Relationship_ID", "relationship");

    /// <summary>The person's title. That the link has it is inferred, unconfirmed.</summary>
    public static Field<string> Title { get; } = new("Title", DataType.String);

    /// <summary>The person's role. That the link has it is inferred, unconfirmed.</summary>
    public static Field<string> Role { get; } = new("Role", DataType.String);

    /// <summary>Whether the person still is active there. That the link has it is inferred, unconfirmed.</summary>
    public static Field<bool> Active { get; } = new("Active", DataType.Boolean);

    /// <inheritdoc cref="SystemFields.CreatedDate"/>
    public static Field<DateTimeOffset> CreatedDate => SystemFields.CreatedDate;

    /// <inheritdoc cref="SystemFields.ModifiedDate"/>
    public static Field<DateTimeOffset> ModifiedDate => SystemFields.ModifiedDate;

    /// <inheritdoc cref="SystemFields.CreatedBy"/>
    public static LookupField CreatedBy => SystemFields.CreatedBy;

    /// <inheritdoc cref="SystemFields.ModifiedBy"/>
    public static LookupField ModifiedBy => SystemFields.ModifiedBy;

    /// <summary>Every standard field, system fields included.</summary>
    public static IReadOnlyList<Field> All { get; } =
    [
        SystemFields.Gsid, PersonId, RelationshipId, Title, Role, Active, SystemFields.CreatedDate, SystemFields.ModifiedDate,
        SystemFields.CreatedBy, SystemFields.ModifiedBy,
    ];

    /// <summary>The link as the engines see it. Nothing is selected by default: which fields a tenant has is what describe tells.</summary>
    internal static ObjectDefinition Definition { get; } = new("relationship_person", All) { Required = [PersonId, RelationshipId] };
}
