#:package CsvHelper
#:project ../../src/Gainsight.Client/Gainsight.Client.csproj
#:project ../../src/Gainsight.Client.Emulator/Gainsight.Client.Emulator.csproj
#:property PublishAot=false
// Outside this repository, replace the two projects by packages: #:package Gainsight.Client@0.1.0

using CsvHelper;
using Gainsight.Client;
using Gainsight.Client.Emulator;

// dotnet run import.cs [companies.csv]. Without the two variables, an emulated tenant takes the rows.
var path = args.FirstOrDefault() ?? Path.Combine(AppContext.GetData("EntryPointFileDirectoryPath") as string ?? ".", "companies.csv");
var (address, key) = (Environment.GetEnvironmentVariable("GAINSIGHT_BASE_ADDRESS"), Environment.GetEnvironmentVariable("GAINSIGHT_ACCESS_KEY"));
using var emulator = address is null ? new GainsightEmulator() : null;
using var gainsight = new GainsightClient(new GainsightClientOptions
{
    BaseAddress = emulator?.BaseAddress ?? new Uri(address!),
    Credential = new AccessKeyCredential(emulator?.AccessKey ?? key ?? throw new InvalidOperationException("Set GAINSIGHT_ACCESS_KEY too.")),
    PrimaryHandler = emulator?.CreateHandler(),
});

// The tenant's metadata decides what each column becomes. A row with a bad cell is not sent half-filled.
var map = new FieldMap { ["Account"] = "Name", ["Revenue"] = "Arr", ["Renewal"] = "RenewalDate", ["Stage"] = "Stage", DatePatterns = { "dd.MM.yyyy" } };
var mapper = await gainsight.Companies.MapAsync(map);
var counts = new SortedDictionary<string, int>();
await foreach (var row in gainsight.Companies.UpsertStreamAsync(Read().ToAsyncEnumerable(), CompanyFields.Name))
{
    Count(row.Status.ToString());
    if (!row.Succeeded)
    {
        Console.WriteLine($"{row.Record.Name}: {row.Status}: {string.Join("; ", row.Errors.Select(error => error.Message))}");
    }
}

Console.WriteLine(string.Join(", ", counts.Select(count => $"{count.Value} {count.Key}")));

IEnumerable<Company> Read()
{
    using var csv = CsvReader.FromFile(path, new CsvReaderOptions());
    for (var line = 2; csv.Read(); line++)
    {
        var mapped = mapper.Map(map.ToDictionary(column => column.Key, column => (string?)csv.GetString(column.Key)));
        if (mapped.IsValid)
        {
            yield return mapped.Record;
            continue;
        }

        Console.WriteLine($"Line {line}: {string.Join("; ", mapped.Problems)}");
        Count("Skipped");
    }
}

void Count(string what) => counts[what] = counts.GetValueOrDefault(what) + 1;
