namespace Gainsight.Client.Emulator;

internal static partial class DefaultTenant
{
    public const string Opportunity = "gs_opportunity";

    /// <summary>
    /// The object of Renewal Center. Its display names are official, its API names are unknown: here they are the display names without spaces.
    /// </summary>
    private static void AddOpportunities(TenantData tenant)
    {
        EmulatedObject opportunity = tenant.Add(new(tenant, Opportunity, "GS Opportunity", EmulatedObjectKind.Standard, "1S03") { Writable = false });
        AddSystemFields(opportunity);
        EmulatedField name = opportunity.AddField(FieldNames.Name, EmulatedDataType.String);
        EmulatedField company = opportunity.AddField("CompanyId", EmulatedDataType.Lookup);
        company.LookupObject = Company;
        foreach (EmulatedField required in (EmulatedField[])[name, company])
        {
            required.Required = true;
            required.Nillable = false;
        }

        AddFields(opportunity, EmulatedDataType.String, "ExternalId", "Description", "BookingType");
        AddFields(opportunity, EmulatedDataType.Date, "CloseDate", "DueDate");
        AddFields(opportunity, EmulatedDataType.Currency, "TargetAmount", "ForecastAmount", "FinalAmount", "ExpectedForecast");
        AddFields(opportunity, EmulatedDataType.Percentage, "Probability");
        AddFields(opportunity, EmulatedDataType.Boolean, "Deleted");
        _ = opportunity.AddField("Stage", EmulatedDataType.Picklist).With("Open", "Committed", "Closed Won", "Closed Lost");
        AddReadOnly(opportunity, EmulatedDataType.Currency, "ChangeAmount", "DSForecastAmount");
        AddReadOnly(opportunity, EmulatedDataType.Number, "DSLikelihoodScore");
        AddReadOnly(opportunity, EmulatedDataType.DateTime, "DSScoreUpdatedAt");
        opportunity.Field("Description").Length = 4_000;
    }
}
