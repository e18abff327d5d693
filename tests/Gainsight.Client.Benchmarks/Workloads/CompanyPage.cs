using System.Globalization;
using System.Text;

namespace Gainsight.Client.Benchmarks;

/// <summary>A page as a tenant returns it: rows of 30 fields, 5 of them custom.</summary>
internal static class CompanyPage
{
    public const int Rows = 5_000;

    /// <summary>The five custom fields of the page.</summary>
    public static readonly Field<string> Region = Field.Custom<string>("Region__gc");
    public static readonly Field<string> Tier = Field.Custom<string>("Tier__gc");
    public static readonly Field<decimal> Seats = Field.Custom<decimal>("Seats__gc");
    public static readonly Field<decimal> Score = Field.Custom<decimal>("Score__gc");
    public static readonly Field<bool> Live = Field.Custom<bool>("Live__gc");

    /// <summary>The rows as a JSON array.</summary>
    public static byte[] Create(int rows = Rows)
    {
        var page = new StringBuilder("[");
        for (var i = 0; i < rows; i++)
        {
            page.Append(i == 0 ? "" : ",").Append(Row(i));
        }

        return Encoding.UTF8.GetBytes(page.Append(']').ToString());
    }

    /// <summary>One row. Its GSID comes first.</summary>
    public static string Row(int i) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"Gsid":"1P02{{i:D32}}","Name":"Company {{i}}","Arr":{{i * 10.5m}},"Mrr":{{i * 0.875m}},"Employees":{{i}},"Users":{{i / 3}},"CustomerLifetimeInMonths":{{i % 90}},"LifecycleInWeeks":{{i % 400}},"OriginalContractDate":"2022-01-02","RenewalDate":"2027-03-31","Stage":"1I00{{i % 7:D32}}","Status":"1I00{{i % 3:D32}}","CompanyType":"1I00{{i % 2:D32}}","ManagedAs":"1I00{{i % 4:D32}}","Industry":"Energy","IndustryNew":null,"Csm":"1P01{{i % 5:D32}}","ParentCompany":null,"BillingAddress":"{{i}} Harbour Street, Porto","Summary":"Renews \"early\" in most years","TickerSymbol":"C{{i}}","SfdcAccountId":"0018000000{{i % 100000:D5}}AAB","CurrencyIsoCode":"EUR","CreatedDate":"2024-02-03T04:05:06Z","ModifiedDate":"2026-05-05T10:11:12Z","Region__gc":"EMEA","Tier__gc":"Gold","Seats__gc":{{i}},"Score__gc":{{i % 100}}.5,"Live__gc":{{(i % 2 == 0 ? "true" : "false")}}}
        """);
}
