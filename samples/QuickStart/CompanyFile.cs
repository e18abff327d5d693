using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Gainsight.Client;

namespace QuickStart;

/// <summary>Reads companies.csv line by line.</summary>
internal static class CompanyFile
{
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture) { AllowComments = true };

    public static IEnumerable<Company> Read(TargetTenant tenant)
    {
        using var reader = new StreamReader(Path.Combine(AppContext.BaseDirectory, "companies.csv"));
        using var csv = new CsvReader(reader, Configuration);
        foreach (CompanyRow row in csv.GetRecords<CompanyRow>())
        {
            yield return row.ToCompany(tenant);
        }
    }
}
