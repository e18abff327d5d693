namespace Gainsight.Client;

/// <summary>The field tokens that the areas of Cockpit share.</summary>
internal static class CockpitFields
{
    /// <summary>The caller's id of a record. The answer names the record by it.</summary>
    public static Field<string> ReferenceId { get; } = new("referenceId", DataType.String);

    /// <summary>The kind of record that a record belongs to.</summary>
    public static Field<string> EntityType { get; } = new("EntityType", DataType.String);

    /// <summary>The type, by label. Other labels depend on it.</summary>
    public static Field<string> Type { get; } = Field.Label("type", "TypeId");

    public static LookupField CompanyId { get; } = new("CompanyId", "company");

    public static LookupField RelationshipId { get; } = new("RelationshipId", "relationship");

    public static LookupField OpportunityId { get; } = new("OpportunityId", "gs_opportunity");

    /// <summary>The day by which a list is split into windows.</summary>
    public static Field<DateOnly> ModifiedDay { get; } = new("ModifiedDate", DataType.Date);
}
