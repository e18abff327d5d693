using Gainsight.Client;
using Gainsight.Client.Emulator;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using NightlyExport;

// Two nights against an emulated tenant, whose clock the sample moves. For your tenant: Tenant = "acme", Credential = new AccessKeyCredential(key).
var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
using var emulator = new GainsightEmulator(new GainsightEmulatorOptions { TimeProvider = clock });
using var gainsight = new GainsightClient(new GainsightClientOptions
{
    BaseAddress = emulator.BaseAddress,
    Credential = new AccessKeyCredential(emulator.AccessKey),
    PrimaryHandler = emulator.CreateHandler(),
    TimeProvider = clock,
});
await using var database = new SqliteConnection("Data Source=:memory:");
await database.OpenAsync();

await gainsight.Companies.InsertAsync([new Company { Name = "Acme", Arr = 125_000m }, new Company { Name = "Initech", Arr = 9_000m }]);
await NightAsync("First night");

await gainsight.Companies.UpsertAsync([new Company { Name = "Acme", Arr = 130_000m }, new Company { Name = "Hooli", Arr = 1m }], CompanyFields.Name);
await gainsight.Companies.DeleteAsync([emulator.Object("Company").Rows.First(row => row["Name"] is "Initech").Gsid]);
await NightAsync("Second night");

async Task NightAsync(string title)
{
    clock.Advance(TimeSpan.FromHours(12));
    await new CompanyExport(gainsight, database).RunAsync(CancellationToken.None);
    Console.WriteLine(title);
    await using var command = database.CreateCommand();
    command.CommandText = "SELECT name, arr FROM company ORDER BY name";
    await using var rows = await command.ExecuteReaderAsync();
    while (await rows.ReadAsync())
    {
        Console.WriteLine($"  {rows.GetString(0)}: {rows.GetString(1)}");
    }
}
