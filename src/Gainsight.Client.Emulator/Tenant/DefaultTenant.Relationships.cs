namespace Gainsight.Client.Emulator;

internal static partial class DefaultTenant
{
    public const string Relationship = "Relationship";
    public const string RelationshipType = "relationship_type";

    /// <summary>Relationships and their one type (fields: "Gainsight Company Object" and glossary; the type lookup is inferred).</summary>
    private static void AddRelationships(TenantData tenant)
    {
        var types = tenant.Add(new(tenant, RelationshipType, "Relationship Type", EmulatedObjectKind.System, "1P06") { Writable = false });
        AddSystemFields(types);
        types.AddField(FieldNames.Name, EmulatedDataType.String).MakeRequired();
        types.AddField("Description", EmulatedDataType.String).Length = 1000;
        _ = types.Insert((FieldNames.Name, "Standard"), ("Description", "The type that a new tenant has"));

        var relationship = tenant.Add(new(tenant, Relationship, "Relationship", EmulatedObjectKind.Standard, "1P05"));
        AddSystemFields(relationship);
        relationship.AddField(FieldNames.Name, EmulatedDataType.String).MakeRequired();
        relationship.AddLookup("CompanyId", Company).MakeRequired();
        _ = relationship.AddLookup("TypeId", RelationshipType);
        _ = relationship.AddLookup("Csm", User);
        relationship.AddFields(EmulatedDataType.Currency, "Arr", "Mrr", "OnetimeRevenue");
        relationship.AddFields(EmulatedDataType.Date, "OriginalContractDate", "RenewalDate");
        relationship.AddFields(EmulatedDataType.Number, "LifetimeInMonths", "Users");
        _ = relationship.AddField("Stage", EmulatedDataType.Picklist).With("Onboarding", "Adopting", "Launched", "Churned");
        _ = relationship.AddField("Status", EmulatedDataType.Picklist).With("Active", "Inactive", "Churned");
        relationship.AddField("Summary", EmulatedDataType.String).Length = 4000;
        relationship.AddFields(EmulatedDataType.Gsid, "ScorecardId", "CurrentScore");
        relationship.AddFields(EmulatedDataType.Number, "PreviousScore", "Nps");
        foreach (var score in (string[])["ScorecardId", "CurrentScore", "PreviousScore", "Nps"])
        {
            relationship.Field(score).ReadOnly = true;
        }
    }
}
