using Worker;

var builder = WebApplication.CreateBuilder(args);
builder.AddGainsightClient("gainsight");                     // the connection string "gainsight", with a health check
builder.Services.AddHostedService<CompanySync>();

var app = builder.Build();
app.MapHealthChecks("/health");                              // for readiness: 503 if the key is refused or calls keep failing
await app.RunAsync();
