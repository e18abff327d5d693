using System.Globalization;
using CsvHelper;
using Gainsight.Client;

namespace QuickStart;

/// <summary>Reads companies.csv line by line. Its columns are named after the fields of Company.</summary>
internal static class CompanyFile
{
    private const decimal KeyAccountArr = 240_000m;

    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        CommentPrefix = '#',
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    public static IEnumerable<Company> Read(TargetTenant tenant)
    {
        using var csv = CsvReader.FromFile(Path.Combine(AppContext.BaseDirectory, "companies.csv"), Options);
        while (csv.Read())
        {
            yield return ToCompany(csv, tenant);
        }
    }

    private static Company ToCompany(CsvReader csv, TargetTenant tenant)
    {
        var company = new Company();
        Field<string>[] texts =
        [
            CompanyFields.Name, CompanyFields.Industry, CompanyFields.TickerSymbol, CompanyFields.BillingAddress, CompanyFields.Stage, CompanyFields.Status,
        ];
        foreach (var field in texts)
        {
            Set(company, field, csv.GetString(field.Name));
        }

        Set(company, CompanyFields.Employees, csv.GetString(CompanyFields.Employees.Name));
        Set(company, CompanyFields.Arr, csv.GetString(CompanyFields.Arr.Name));
        Set(company, CompanyFields.OriginalContractDate, csv.GetString(CompanyFields.OriginalContractDate.Name));
        Set(company, CompanyFields.RenewalDate, csv.GetString(CompanyFields.RenewalDate.Name));

        if (company.IsSet(CompanyFields.Name))
        {
            company.Name += tenant.NameMark;
        }

        if (tenant.KeyAccountManager is { } email && decimal.TryParse(csv.GetString("Arr"), CultureInfo.InvariantCulture, out var arr) && arr >= KeyAccountArr)
        {
            company.SetLookup(CompanyFields.Csm, UserFields.Email, email);
        }

        return company;
    }

    /// <summary>Sets a text. An empty cell is not set, so it overwrites nothing.</summary>
    private static void Set(Company company, Field<string> field, string text)
    {
        if (text.Length > 0)
        {
            company.Set(field, text);
        }
    }

    /// <summary>Sets a number or date. Invalid text is passed on unchanged: the write then reports the row with the reason, and nothing is lost.</summary>
    private static void Set<T>(Company company, Field<T> field, string text)
        where T : struct, IParsable<T>
    {
        if (T.TryParse(text, CultureInfo.InvariantCulture, out var value))
        {
            company.Set(field, value);
        }
        else if (text.Length > 0)
        {
            company[field.Name] = text;
        }
    }
}
