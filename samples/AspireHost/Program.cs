var builder = DistributedApplication.CreateBuilder(args);

// The tool is built from source here. With the installed tool, leave out the command.
var gainsight = builder.AddGainsightEmulator("gainsight", command: Path.Combine(AppContext.BaseDirectory, "Gainsight.Client.Emulator.Server"))
    .WithSeed("tenant.json")
    .WithLimit("CallsPerMinute", 1000)
    .WithFault("ServerError,Operation=record.query,Count=1");

builder.AddProject<Projects.AspireHost_Worker>("worker")
    .WithReference(gainsight)
    .WaitFor(gainsight);

await builder.Build().RunAsync();
