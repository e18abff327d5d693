using CustomObjects;
using Gainsight.Client;
using Gainsight.Client.Emulator;

const string AddressVariable = "GAINSIGHT_BASE_ADDRESS";
const string KeyVariable = "GAINSIGHT_ACCESS_KEY";

var address = Environment.GetEnvironmentVariable(AddressVariable);
var key = Environment.GetEnvironmentVariable(KeyVariable);
var isEmulator = string.IsNullOrEmpty(address) && string.IsNullOrEmpty(key);
if (!isEmulator && (!Uri.TryCreate(address, UriKind.Absolute, out _) || string.IsNullOrEmpty(key)))
{
    await Console.Error.WriteLineAsync($"Set both {AddressVariable} (such as https://acme.us2.gainsightcloud.com) and {KeyVariable}, or neither to use the emulator.");
    return 2;
}

if (!isEmulator && !args.Contains("--yes"))
{
    await Console.Error.WriteLineAsync(
        $"This would write a company, two people and some rows of Asset__gc to {new Uri(address!).Host}; the people stay, because no Gainsight API call is known that deletes them. The object needs the fields of Asset.cs. Add --yes to go ahead, or unset {AddressVariable} and {KeyVariable} to use the emulator.");
    return 2;
}

using var emulator = isEmulator ? new GainsightEmulator() : null;
using var handler = emulator?.CreateHandler();
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The first Ctrl-C cancels the work, a second one ends the process.
    pressed.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
};

try
{
    using var gainsight = new GainsightClient(new GainsightClientOptions
    {
        BaseAddress = emulator?.BaseAddress ?? new Uri(address!),
        Credential = new AccessKeyCredential(emulator?.AccessKey ?? key!),
        PrimaryHandler = handler,
    });
    await new Tour(gainsight).RunAsync(stop.Token);
    return 0;
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("Cancelled.");
    return 130;
}
catch (Exception failure) when (failure is GainsightException or ArgumentException)
{
    await Console.Error.WriteLineAsync($"{failure.GetType().Name}: {failure.Message}");
    return 1;
}
