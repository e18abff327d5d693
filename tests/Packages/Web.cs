using System.Net.Http.Json;
using Gainsight.Client;
using Microsoft.Extensions.Options;

// A misspelt setting keeps the application from starting.
var wrong = WebApplication.CreateBuilder(args);
wrong.Configuration["Wrong:Shrae"] = "0.5";
wrong.Services.AddGainsightClient(wrong.Configuration.GetSection("Wrong"));
try
{
    await using var refused = wrong.Build();
    await refused.StartAsync();
    return 1;
}
catch (OptionsValidationException exception) when (exception.Message.Contains("Wrong:Shrae is not a setting. Did you mean 'Share'?"))
{
    Console.WriteLine(exception.Message);
}

// The connection string of an app host, or the section of appsettings.json.
var builder = WebApplication.CreateBuilder(args);
builder.AddGainsightClient("gainsight");
#if NET10_0_OR_GREATER
var state = Directory.CreateTempSubdirectory("jobs");
builder.Configuration["Jobs:companies:Schedule"] = "0 2 * * *";
builder.AddGainsightJobs(["run", "--yes", $"--StateFolder={state.FullName}"]).Add<CompanyJob, CompanySettings>("companies");
#endif
await using var app = builder.Build();
app.MapGet("/objects", async (GainsightClient gainsight, CancellationToken cancellationToken) =>
    (await gainsight.CheckConnectionAsync(cancellationToken)).ObjectCount);
app.MapHealthChecks("/health");
await app.StartAsync();

using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
var objects = await http.GetFromJsonAsync<int>("objects");
var health = await http.GetStringAsync("health");
Console.WriteLine($"The tenant has {objects} objects. The health is {health}.");
await app.StopAsync();
#if NET10_0_OR_GREATER
// Jobs run by the command line, and keep their status.
if (await app.RunGainsightJobsAsync() != 0 || !File.Exists(Path.Combine(state.FullName, "companies.status")))
{
    return 1;
}

state.Delete(recursive: true);
#endif
return objects > 0 && health == "Healthy" ? 0 : 1;

#if NET10_0_OR_GREATER
internal sealed record CompanySettings;

internal sealed class CompanyJob(GainsightClient gainsight) : IGainsightJob<CompanySettings>
{
    public async Task RunAsync(JobRun run, CompanySettings settings, CancellationToken cancellationToken) =>
        run.Rows = await gainsight.Companies.Query().CountAsync(cancellationToken);
}
#endif
