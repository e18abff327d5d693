using System.Net.Http.Json;
using Gainsight.Client;
using Microsoft.Extensions.Options;

// A misspelt setting keeps the application from starting.
var wrong = WebApplication.CreateBuilder(args);
wrong.Configuration["Gainsight:Shrae"] = "0.5";
wrong.Services.AddGainsightClient(wrong.Configuration.GetSection("Gainsight"));
try
{
    await using var refused = wrong.Build();
    await refused.StartAsync();
    return 1;
}
catch (OptionsValidationException exception) when (exception.Message.Contains("Gainsight:Shrae is not a setting. Did you mean 'Share'?"))
{
    Console.WriteLine(exception.Message);
}

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddGainsightClient(builder.Configuration.GetSection("Gainsight"));
await using var app = builder.Build();
app.MapGet("/objects", async (GainsightClient gainsight, CancellationToken cancellationToken) =>
    (await gainsight.CheckConnectionAsync(cancellationToken)).ObjectCount);
await app.StartAsync();

using var http = new HttpClient();
var objects = await http.GetFromJsonAsync<int>(new Uri(new Uri(app.Urls.First()), "objects"));
Console.WriteLine($"The tenant has {objects} objects.");
await app.StopAsync();
return objects > 0 ? 0 : 1;
