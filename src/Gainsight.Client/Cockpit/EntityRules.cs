namespace Gainsight.Client;

/// <summary>Determines what a record belongs to: from its <c>EntityType</c>, else from the relationship or opportunity that it names instead of a company.</summary>
internal static class EntityRules
{
    private const string Relationship = "RELATIONSHIP";
    private const string Opportunity = "OPPORTUNITY";

    /// <summary>Returns the entity type of the record, or null when the record does not determine it.</summary>
    public static string? TypeOf(GainsightRecord record, ObjectDefinition definition, WireFormat format)
    {
        if (record.Get(CockpitFields.EntityType) is { Length: > 0 } type)
        {
            return type;
        }

        return !record.Lacks(CockpitFields.CompanyId, format) ? null
            : Has(CockpitFields.RelationshipId) ? Relationship
            : Has(CockpitFields.OpportunityId) ? Opportunity
            : null;

        bool Has(Field field) => definition.Find(field.Name) is not null && !record.Lacks(field, format);
    }

    /// <summary>Returns the required fields. A relationship or opportunity replaces the company for its entity type.</summary>
    public static IEnumerable<Field> Required(string? type, IEnumerable<Field> required)
    {
        Field? instead = Is(Relationship) ? CockpitFields.RelationshipId : Is(Opportunity) ? CockpitFields.OpportunityId : null;
        return instead is null
            ? required
            : required.Select(field => field.IsNamed(CockpitFields.CompanyId.Name) ? instead : field);

        bool Is(string name) => string.Equals(type, name, StringComparison.OrdinalIgnoreCase);
    }
}
