using System.Text.Json.Serialization;

namespace Gainsight.Client.Benchmarks;

/// <summary>The body of a query.</summary>
internal sealed record CompanyQuery(
    [property: JsonPropertyName("select")] string[] Select, [property: JsonPropertyName("where")] CompanyWhere? Where, [property: JsonPropertyName("limit")] int Limit)
{
    private static readonly string[] Fields =
    [
        "Gsid", "Name", "Arr", "Mrr", "Employees", "Users", "CustomerLifetimeInMonths", "LifecycleInWeeks", "OriginalContractDate", "RenewalDate", "Stage",
        "Status", "CompanyType", "ManagedAs", "Industry", "IndustryNew", "Csm", "ParentCompany", "BillingAddress", "Summary", "TickerSymbol", "SfdcAccountId",
        "CurrencyIsoCode", "CreatedDate", "ModifiedDate", "Region__gc", "Tier__gc", "Seats__gc", "Score__gc", "Live__gc",
    ];

    /// <summary>A page of all fields.</summary>
    public static CompanyQuery Page { get; } = new(Fields, null, CompanyPage.Rows);

    /// <summary>The GSID and the name of one company.</summary>
    public static CompanyQuery KeyOf(string name) => new(["Gsid", "Name"], new([new("Name", [name])]), 2);

    /// <summary>One company by its name.</summary>
    public static CompanyQuery ByName(string name) => new(Fields, new([new("Name", [name])]), 1);
}
