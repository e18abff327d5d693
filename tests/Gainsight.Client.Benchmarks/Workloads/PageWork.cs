using System.Text.Json;

namespace Gainsight.Client.Benchmarks;

/// <summary>The work on a page: with the SDK, and with the code that a team would use instead.</summary>
internal sealed class PageWork
{
    private readonly byte[] _page = CompanyPage.Create();
    private readonly RecordPageReader<Company> _reader = new();

    /// <summary>Only scans the bytes: the lower bound.</summary>
    public int Scan()
    {
        var reader = new Utf8JsonReader(_page);
        var tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    public List<CompanyPoco> Poco() => JsonSerializer.Deserialize(_page, CompanyPocoContext.Default.ListCompanyPoco)!;

    public List<ExtendedCompanyPoco> ExtendedPoco() => JsonSerializer.Deserialize(_page, CompanyPocoContext.Default.ListExtendedCompanyPoco)!;

    public IReadOnlyList<Company> Records() => _reader.Read(_page);

    public decimal PocoFiveFields()
    {
        decimal sum = 0;
        foreach (var row in Poco())
        {
            sum += row.Name!.Length + row.Arr!.Value + row.Employees!.Value + row.RenewalDate!.Value.Day + row.Stage!.Length;
        }

        return sum;
    }

    public decimal RecordsFiveFields()
    {
        decimal sum = 0;
        foreach (var row in Records())
        {
            sum += row.Name!.Length + row.Arr!.Value + row.Employees!.Value + row.RenewalDate!.Value.Day + row.Stage!.Length;
        }

        return sum;
    }

    public decimal ExtendedPocoAllFields()
    {
        decimal sum = 0;
        foreach (var row in ExtendedPoco())
        {
            sum += row.Arr!.Value + row.Mrr!.Value + row.Employees!.Value + row.Users!.Value + row.CustomerLifetimeInMonths!.Value + row.LifecycleInWeeks!.Value
                + row.OriginalContractDate!.Value.Day + row.RenewalDate!.Value.Day + row.CreatedDate!.Value.Day + row.ModifiedDate!.Value.Day
                + Length(row.Gsid) + Length(row.Name) + Length(row.Stage) + Length(row.Status) + Length(row.CompanyType) + Length(row.ManagedAs)
                + Length(row.Industry) + Length(row.IndustryNew) + Length(row.Csm) + Length(row.ParentCompany) + Length(row.BillingAddress)
                + Length(row.Summary) + Length(row.TickerSymbol) + Length(row.SfdcAccountId) + Length(row.CurrencyIsoCode);
            var custom = row.Custom!;
            sum += Length(custom["Region__gc"].GetString()) + Length(custom["Tier__gc"].GetString())
                + custom["Seats__gc"].GetDecimal() + custom["Score__gc"].GetDecimal() + (custom["Live__gc"].GetBoolean() ? 1 : 0);
        }

        return sum;
    }

    public decimal RecordsAllFields()
    {
        decimal sum = 0;
        foreach (var row in Records())
        {
            sum += row.Arr!.Value + row.Mrr!.Value + row.Employees!.Value + row.Users!.Value + row.CustomerLifetimeInMonths!.Value + row.LifecycleInWeeks!.Value
                + row.OriginalContractDate!.Value.Day + row.RenewalDate!.Value.Day + row.CreatedDate!.Value.Day + row.ModifiedDate!.Value.Day
                + Length(row.Gsid) + Length(row.Name) + Length(row.Stage) + Length(row.Status) + Length(row.CompanyType) + Length(row.ManagedAs)
                + Length(row.Industry) + Length(row.IndustryNew) + Length(row.Csm) + Length(row.ParentCompany) + Length(row.BillingAddress)
                + Length(row.Summary) + Length(row.TickerSymbol) + Length(row.SfdcAccountId) + Length(row.CurrencyIsoCode);
            sum += Length(row.Get(CompanyPage.Region)) + Length(row.Get(CompanyPage.Tier))
                + row.Get(CompanyPage.Seats)!.Value + row.Get(CompanyPage.Score)!.Value + (row.Get(CompanyPage.Live)!.Value ? 1 : 0);
        }

        return sum;
    }

    private static int Length(string? text) => text?.Length ?? 0;
}
