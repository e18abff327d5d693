using CockpitSample;
using Gainsight.Client;

const int Failed = 1, Usage = 2;

var address = Environment.GetEnvironmentVariable("GAINSIGHT_BASE_ADDRESS");
var key = Environment.GetEnvironmentVariable("GAINSIGHT_ACCESS_KEY");
using var tenant = TargetTenant.Open(address, key);
if (!tenant.IsEmulator && !args.Contains("--yes"))
{
    await Console.Error.WriteLineAsync(
        "This would create a company, a CTA, a task, a success plan and a goal in your tenant, and Gainsight's API can delete only the first. Add --yes to go ahead, or unset GAINSIGHT_BASE_ADDRESS and GAINSIGHT_ACCESS_KEY to use the emulator.");
    return Usage;
}

try
{
    return await new Tour(tenant.Gainsight).RunAsync(CancellationToken.None) ? 0 : Failed;
}
catch (Exception failure) when (failure is GainsightException or InvalidOperationException)
{
    await Console.Error.WriteLineAsync($"{failure.GetType().Name}: {failure.Message}");
    return Failed;
}
