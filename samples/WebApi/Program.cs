using Gainsight.Client;
using WebApi;

var builder = WebApplication.CreateBuilder(args);
var tenants = builder.Configuration.GetSection("Gainsight").GetChildren().ToDictionary(section => section.Key);
foreach (var (name, section) in tenants)
{
    builder.Services.AddGainsightClient(name, section);      // a keyed client for each tenant, with its own key and quota
}

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddProblemDetails();
builder.Services.AddExceptionHandler<GainsightProblems>();

var app = builder.Build();
app.UseExceptionHandler();

app.MapPut("/{tenant}/companies/{name}", async (string tenant, string name, CompanyBody body, IServiceProvider services, CancellationToken cancellationToken) =>
{
    if (!tenants.ContainsKey(tenant))
    {
        return Results.Problem("There is no such tenant.", statusCode: StatusCodes.Status404NotFound);
    }

    var gainsight = services.GetRequiredKeyedService<GainsightClient>(tenant);

    // A value that the caller left out stays null, which says nothing about the field.
    var company = new Company { Name = name, Arr = body.Arr, Stage = body.Stage };
    var outcome = await gainsight.Companies.UpsertAsync(company, CompanyFields.Name, cancellationToken);
    return outcome.Status switch
    {
        RowStatus.Inserted => Results.Created($"/{tenant}/companies/{name}", new CompanyAnswer(outcome.Gsid)),
        _ when outcome.Succeeded => Results.Ok(new CompanyAnswer(outcome.Gsid)),
        RowStatus.Failed => Results.ValidationProblem(outcome.Errors.ToLookup(error => error.Field ?? "", error => error.Message).ToDictionary(field => field.Key, field => field.ToArray()), statusCode: 422),
        RowStatus.NotAttempted => Results.Problem("Nothing was written. Try again.", statusCode: StatusCodes.Status503ServiceUnavailable),
        _ => Results.Problem("The company may have been written. Look before you try again.", statusCode: StatusCodes.Status504GatewayTimeout),
    };
});

await app.RunAsync();
