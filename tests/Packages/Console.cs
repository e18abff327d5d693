using Gainsight.Client;
using Gainsight.Client.Emulator;

// The address of a server, or nothing: then a tenant in this process is used.
using var emulator = new GainsightEmulator();
using var handler = emulator.CreateHandler();
var server = args.Length > 0 ? new Uri(args[0]) : null;
using var gainsight = new GainsightClient(new GainsightClientOptions
{
    BaseAddress = server ?? emulator.BaseAddress,
    Credential = new AccessKeyCredential(server is null ? emulator.AccessKey : args[1]),
    PrimaryHandler = server is null ? handler : null,
});

var report = await gainsight.Companies.UpsertAsync([new Company { Name = "Acme", Arr = 125_000m }], CompanyFields.Name);
if (report.Failed.Any())
{
    Console.Error.WriteLine(report.Failed.First());
    return 1;
}

var companies = await gainsight.Companies.Query().Select(CompanyFields.Name, CompanyFields.Arr).ToListAsync();
Console.WriteLine($"{companies.Count} company: {companies[0].Name}, {companies[0].Arr}");
return companies is [{ Name: "Acme", Arr: 125_000m }] ? 0 : 1;
