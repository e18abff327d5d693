using Gainsight.Client;
using Gainsight.Client.AotSmoke;

// Gainsight.Client.NativeApp <address> <access key> [--first-row]. An emulator listens on the address.
var credential = new AccessKeyCredential(args[1]);
using var gainsight = new GainsightClient(new GainsightClientOptions { BaseAddress = new Uri(args[0]), Credential = credential });
if (args is [_, _, "--first-row"])
{
    // For the cold start measurement: only reads the first row.
    var first = await gainsight.Companies.Query().FirstOrDefaultAsync();
    Console.WriteLine(first?.Name);
    return 0;
}

return await new Smoke(gainsight, credential).RunAsync();
