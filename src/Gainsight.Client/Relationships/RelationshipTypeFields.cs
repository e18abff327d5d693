namespace Gainsight.Client;

/// <summary>The fields of a relationship type, for lookups and paths.</summary>
/// <remarks>The object's name, <c>relationship_type</c>, is inferred, unconfirmed.</remarks>
/// <example><code>relationship.SetLookup(RelationshipFields.TypeId, RelationshipTypeFields.Name, "Product line");</code></example>
public static class RelationshipTypeFields
{
    /// <inheritdoc cref="SystemFields.Gsid"/>
    public static Field<string> Gsid => SystemFields.Gsid;

    /// <summary>The name of the type.</summary>
    public static Field<string> Name { get; } = new("Name", DataType.String);
}
