using Aspire.Hosting.ApplicationModel;

// Runs the emulator, which is installed as a tool, and the web application. Ends as the web application does.
var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { DisableDashboard = true });
var gainsight = builder.AddGainsightEmulator("gainsight").WithLimit("CallsPerMinute", 1000);
builder.AddProject<Projects.web>("web", options => options.ExcludeLaunchProfile = true)
    .WithReference(gainsight)
    .WaitFor(gainsight);

await using var app = builder.Build();
await app.StartAsync();
var web = await app.ResourceNotifications.WaitForResourceAsync("web", resource => KnownResourceStates.TerminalStates.Contains(resource.Snapshot.State?.Text));
await app.StopAsync();
Console.WriteLine($"Under the app host, the web application ended with {web.Snapshot.ExitCode}.");
return web.Snapshot.ExitCode ?? 1;
