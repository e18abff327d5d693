namespace Gainsight.Client.Emulator;

internal static partial class DefaultTenant
{
    public const string Opportunity = "gs_opportunity";

    /// <summary>
    /// The object of Renewal Center. Its display names are official, its API names are unknown: here they are the display names without spaces.
    /// </summary>
    private static void AddOpportunities(TenantData tenant)
    {
        var opportunity = tenant.Add(new(tenant, Opportunity, "GS Opportunity", EmulatedObjectKind.Standard, "1S10") { Writable = false });
        AddSystemFields(opportunity);
        var name = opportunity.AddField(FieldNames.Name, EmulatedDataType.String);
        var company = opportunity.AddField("CompanyId", EmulatedDataType.Lookup);
        company.LookupObject = Company;
        foreach (var required in (EmulatedField[])[name, company])
        {
            required.Required = true;
            required.Nillable = false;
        }

        opportunity.AddFields(EmulatedDataType.String, "ExternalId", "Description", "BookingType");
        opportunity.AddFields(EmulatedDataType.Date, "CloseDate", "DueDate");
        opportunity.AddFields(EmulatedDataType.Currency, "TargetAmount", "ForecastAmount", "FinalAmount", "ExpectedForecast");
        opportunity.AddFields(EmulatedDataType.Percentage, "Probability");
        opportunity.AddFields(EmulatedDataType.Boolean, "Deleted");
        _ = opportunity.AddField("Stage", EmulatedDataType.Picklist).With("Open", "Committed", "Closed Won", "Closed Lost");
        opportunity.AddReadOnly(EmulatedDataType.Currency, "ChangeAmount", "DSForecastAmount");
        opportunity.AddReadOnly(EmulatedDataType.Number, "DSLikelihoodScore");
        opportunity.AddReadOnly(EmulatedDataType.DateTime, "DSScoreUpdatedAt");
        opportunity.Field("Description").Length = 4_000;
    }
}
