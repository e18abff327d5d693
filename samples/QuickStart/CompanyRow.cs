using System.Globalization;
using Gainsight.Client;

namespace QuickStart;

/// <summary>A line of companies.csv, as text: whether the text makes sense is found out later.</summary>
internal sealed record CompanyRow(
    string Name,
    string Industry,
    string TickerSymbol,
    string Employees,
    string BillingAddress,
    string Stage,
    string Status,
    string Arr,
    string OriginalContractDate,
    string RenewalDate)
{
    private const decimal KeyAccountArr = 240_000m;

    /// <summary>The record to write. Empty cells stay absent, so that they overwrite nothing.</summary>
    public Company ToCompany(TargetTenant tenant)
    {
        var company = new Company();
        Set(company, CompanyFields.Name, Name.Length == 0 ? "" : Name + tenant.NameMark);
        Set(company, CompanyFields.Industry, Industry);
        Set(company, CompanyFields.TickerSymbol, TickerSymbol);
        Set(company, CompanyFields.BillingAddress, BillingAddress);
        Set(company, CompanyFields.Stage, Stage);
        Set(company, CompanyFields.Status, Status);
        Set(company, CompanyFields.Employees, Employees);
        Set(company, CompanyFields.Arr, Arr);
        Set(company, CompanyFields.OriginalContractDate, OriginalContractDate);
        Set(company, CompanyFields.RenewalDate, RenewalDate);

        if (tenant.KeyAccountManager is { } email && decimal.TryParse(Arr, CultureInfo.InvariantCulture, out decimal arr) && arr >= KeyAccountArr)
        {
            company.SetLookup(CompanyFields.Csm, UserFields.Email, email);
        }

        return company;
    }

    private static void Set(Company company, Field<string> field, string text)
    {
        if (text.Length > 0)
        {
            company.Set(field, text);
        }
    }

    /// <summary>Sets a number or date. Text that is none is passed on as it is: the write then reports the row with the reason instead of losing it here.</summary>
    private static void Set<T>(Company company, Field<T> field, string text)
        where T : struct, IParsable<T>
    {
        if (T.TryParse(text, CultureInfo.InvariantCulture, out T value))
        {
            company.Set(field, value);
        }
        else if (text.Length > 0)
        {
            company[field.Name] = text;
        }
    }
}
