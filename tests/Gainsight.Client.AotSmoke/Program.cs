using Gainsight.Client;
using Gainsight.Client.AotSmoke;
using Gainsight.Client.Emulator;

using var emulator = new GainsightEmulator();
using HttpMessageHandler handler = emulator.CreateHandler();
using var gainsight = new GainsightClient(new GainsightClientOptions
{
    BaseAddress = emulator.BaseAddress,
    Credential = new AccessKeyCredential(emulator.AccessKey),
    PrimaryHandler = handler,
});

if (args is ["--first-row"])
{
    // For the time of a cold start: how soon a row is there, and nothing else.
    emulator.Object("Company").Insert(("Name", "Acme"));
    Company? first = await gainsight.Companies.Query().FirstOrDefaultAsync();
    Console.WriteLine(first?.Name);
    return 0;
}

var smoke = new Smoke(gainsight, emulator);
try
{
    await smoke.RunAsync();
}
catch (GainsightException failure)
{
    smoke.Failures.Add($"{failure.GetType().Name}: {failure.Message}");
}

Console.WriteLine(smoke.Failures.Count == 0
    ? $"AOT smoke passed: {smoke.Checks} checks, {emulator.Requests.Count} calls."
    : $"AOT smoke failed: {string.Join(' ', smoke.Failures)}");
return smoke.Failures.Count == 0 ? 0 : 1;
