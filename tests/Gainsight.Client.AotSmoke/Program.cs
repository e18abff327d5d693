using Gainsight.Client;
using Gainsight.Client.AotSmoke;
using Gainsight.Client.Emulator;

using var emulator = new GainsightEmulator();
using var handler = emulator.CreateHandler();
var credential = new AccessKeyCredential(emulator.AccessKey);
using var gainsight = new GainsightClient(new GainsightClientOptions
{
    BaseAddress = emulator.BaseAddress,
    Credential = credential,
    PrimaryHandler = handler,
});
return await new Smoke(gainsight, credential).RunAsync();
