using AspireHost.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;

var builder = Host.CreateApplicationBuilder(args);

// The app host hands over the connection string, and the address to which the dashboard's telemetry goes.
builder.AddGainsightClient("gainsight");
builder.Services.AddOpenTelemetry().UseOtlpExporter();
builder.Services.AddHostedService<CompanySync>();

await builder.Build().RunAsync();
