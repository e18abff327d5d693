namespace Gainsight.Client;

/// <summary>What a record hangs on: as its <c>EntityType</c> says, else what it names in place of a company.</summary>
internal static class EntityRules
{
    private const string Relationship = "RELATIONSHIP";
    private const string Opportunity = "OPPORTUNITY";

    /// <summary>The kind of what the record hangs on, or null when it leaves that open.</summary>
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

    /// <summary>The fields that are required, the company given way to what the record hangs on instead.</summary>
    public static IEnumerable<Field> Required(string? type, IEnumerable<Field> required)
    {
        Field? instead = Is(Relationship) ? CockpitFields.RelationshipId : Is(Opportunity) ? CockpitFields.OpportunityId : null;
        return instead is null
            ? required
            : required.Select(field => field.IsNamed(CockpitFields.CompanyId.Name) ? instead : field);

        bool Is(string name) => string.Equals(type, name, StringComparison.OrdinalIgnoreCase);
    }
}
