namespace Gainsight.Client.Emulator;

internal static partial class DefaultTenant
{
    private static void AddCompany(TenantData tenant)
    {
        var company = tenant.Add(new(tenant, Company, "Company", EmulatedObjectKind.Standard, "1P02"));
        AddSystemFields(company);
        var name = company.AddField(FieldNames.Name, EmulatedDataType.String);
        name.Required = true;
        name.Nillable = false;

        Add(EmulatedDataType.Currency, "Arr", "Mrr");
        Add(EmulatedDataType.Number, "Employees", "Users", "CustomerLifetimeInMonths", "LifecycleInWeeks");
        Add(EmulatedDataType.Date, "OriginalContractDate", "RenewalDate");
        Add(EmulatedDataType.String, "Industry", "BillingAddress", "TickerSymbol", "CurrencyIsoCode", "Summary");
        company.Field("Summary").Length = 4000;
        company.Field("BillingAddress").Length = 1000;
        Add(EmulatedDataType.SfdcId, "SfdcAccountId");
        company.AddField("Csm", EmulatedDataType.Lookup).LookupObject = User;
        company.AddField("ParentCompany", EmulatedDataType.Lookup).LookupObject = Company;

        _ = company.AddField("Stage", EmulatedDataType.Picklist)
            .With("New Customer", "Kicked Off", "Launching", "Launched", "Adopting", "Will Churn", "Churn");
        company.Field("Stage").Picklist!.AddItem("Onboarding (retired)").Active = false;
        _ = company.AddField("Status", EmulatedDataType.Picklist).With("Active", "Inactive", "Churned");
        _ = company.AddField("IndustryNew", EmulatedDataType.Picklist).With("Energy", "Finance", "Healthcare", "Retail", "Software");
        _ = company.AddField("CompanyType", EmulatedDataType.Picklist).With("Enterprise", "Mid-market", "Small business");
        _ = company.AddField("ManagedAs", EmulatedDataType.Picklist).With("Customer", "Ex-customer", "Partner", "Prospect");
        company.Field("ManagedAs").Picklist!.Find("Customer")!.IsDefault = true;
        _ = company.AddField("Tags", EmulatedDataType.MultiSelect).With("Strategic", "Reference", "At risk", "Beta");

        Add(EmulatedDataType.Gsid, "ScorecardId", "CurrentScore");
        Add(EmulatedDataType.Number, "PreviousScore", "Trend", "Nps", "Csat");
        foreach (var score in (string[])["ScorecardId", "CurrentScore", "PreviousScore", "Trend", "Nps", "Csat"])
        {
            company.Field(score).ReadOnly = true;
        }

        void Add(EmulatedDataType type, params string[] names)
        {
            foreach (var each in names)
            {
                _ = company.AddField(each, type);
            }
        }
    }
}
