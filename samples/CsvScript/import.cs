#:project ../../src/Gainsight.Client/Gainsight.Client.csproj
#:project ../../src/Gainsight.Client.Emulator/Gainsight.Client.Emulator.csproj
#:property PublishAot=false
// Outside this repository, replace the projects by packages; *-* also takes a pre-release:
// #:package Gainsight.Client@*-* and #:package Gainsight.Client.Emulator@*-*

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
var file = await CsvFile.OpenAsync(path);
mapper.EnsureColumns(file.Columns);

// Reads the whole file first: one that is not CSV to its end is not written half.
_ = await file.ReadAsync().CountAsync();
var lines = new List<long>();
var rows = file.ReadAsync().Select(row =>
{
    lines.Add(row.Line);
    return row.Map(mapper).ForWriting();
});
var counts = new SortedDictionary<string, int>();
await foreach (var row in gainsight.Companies.UpsertStreamAsync(rows, CompanyFields.Name))
{
    counts[$"{row.Status}"] = counts.GetValueOrDefault($"{row.Status}") + 1;
    if (!row.Succeeded)
    {
        Console.WriteLine($"Line {lines[(int)row.Index]}: {row.Status}: {string.Join("; ", row.Errors.Select(error => error.Message))}");
    }
}

Console.WriteLine(string.Join(", ", counts.Select(count => $"{count.Value} {count.Key}")));

// The demonstration has bad rows on purpose.
return args is [] || counts.Keys.All(status => status is "Inserted" or "Updated" or "Unchanged") ? 0 : 1;
