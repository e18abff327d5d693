using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace Gainsight.Client.Benchmarks.Records;

/// <summary>A page of 5,000 rows and 15 fields, from bytes to rows.</summary>
public class PageReading
{
    private readonly byte[] _page = Page();
    private readonly RecordPageReader<Company> _reader = new();

    /// <summary>Only goes over the bytes: the floor.</summary>
    [Benchmark]
    public int Scan()
    {
        var reader = new Utf8JsonReader(_page);
        int tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    /// <summary>Generated serialisation into objects.</summary>
    [Benchmark(Baseline = true)]
    public int Poco() => JsonSerializer.Deserialize(_page, CompanyPocoContext.Default.ListCompanyPoco)!.Count;

    /// <summary>The SDK's records, nothing read from them.</summary>
    [Benchmark]
    public int Slices() => _reader.Read(_page).Count;

    /// <summary>The SDK's records, five fields read from each.</summary>
    [Benchmark]
    public decimal SlicesFiveRead()
    {
        decimal sum = 0;
        foreach (Company company in _reader.Read(_page))
        {
            sum += company.Arr!.Value + company.Employees!.Value + company.Name!.Length + company.Stage!.Length + company.RenewalDate!.Value.Day;
        }

        return sum;
    }

    private static byte[] Page()
    {
        var page = new StringBuilder("[");
        for (int i = 0; i < 5000; i++)
        {
            page.Append(i == 0 ? string.Empty : ",").Append(FormattableString.Invariant(
                $$"""
                {"Gsid":"1P02{{i:D32}}","Name":"Company {{i}}","Industry":"Energy","Stage":"1I00{{i % 7:D32}}","Status":"1I00{{i % 3:D32}}","Csm":"1P01{{i % 5:D32}}","TickerSymbol":"C{{i}}","BillingAddress":"{{i}} Harbour Street, Porto","Arr":{{i * 10.5}},"Mrr":{{i}},"Employees":{{i}},"Users":{{i}},"RenewalDate":"2027-03-31","OriginalContractDate":"2022-01-02","ModifiedDate":"2026-05-05T10:11:12Z"}
                """));
        }

        return Encoding.UTF8.GetBytes(page.Append(']').ToString());
    }
}
