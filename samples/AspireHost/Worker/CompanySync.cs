using Gainsight.Client;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AspireHost.Worker;

/// <summary>Writes three companies, reads those of a region, and ends.</summary>
internal sealed class CompanySync(GainsightClient gainsight, IHostApplicationLifetime lifetime, ILogger<CompanySync> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Company[] companies =
        [
            new() { Name = "Brightwater Labs", Arr = 125_000m },
            new() { Name = "Larch Mills", Arr = 80_000m },
            new() { Name = "Northwind", Arr = 240_000m, ["Region__gc"] = "EMEA" },
        ];
        var report = await gainsight.Companies.UpsertAsync(companies, CompanyFields.Name, stoppingToken);
        foreach (var row in report.Rows)
        {
            logger.LogInformation("Row {Row}", row);
        }

        var region = Field.Custom<string>("Region__gc");
        var inEmea = await gainsight.Companies.Query().Where(region.EqualTo("EMEA")).ToListAsync(stoppingToken);
        logger.LogInformation("{Count} companies are in EMEA", inEmea.Count);
        lifetime.StopApplication();
    }
}
