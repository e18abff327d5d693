namespace Gainsight.Client;

/// <summary>What a record hangs on, by its <c>EntityType</c>.</summary>
internal static class EntityRules
{
    private const string Relationship = "RELATIONSHIP";
    private const string Opportunity = "OPPORTUNITY";

    /// <summary>The fields that are required, the company given way to what the record hangs on instead.</summary>
    public static IEnumerable<Field> Required(GainsightRecord record, IEnumerable<Field> required)
    {
        string? type = record.Get(CockpitFields.EntityType);
        Field? instead = Is(Relationship) ? CockpitFields.RelationshipId : Is(Opportunity) ? CockpitFields.OpportunityId : null;
        return instead is null
            ? required
            : required.Select(field => field.IsNamed(CockpitFields.CompanyId.Name) ? instead : field);

        bool Is(string name) => string.Equals(type, name, StringComparison.OrdinalIgnoreCase);
    }
}
