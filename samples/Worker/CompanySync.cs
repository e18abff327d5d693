using System.Text.Json;
using Gainsight.Client;

namespace Worker;

/// <summary>Writes the customers of a file to Gainsight, at the start and then every 15 minutes.</summary>
public sealed class CompanySync(GainsightClient gainsight, IConfiguration configuration, ILogger<CompanySync> logger) : BackgroundService
{
    // Sends only companies that differ, and reports bad rows before they cost a call.
    private static readonly WriteOptions Options = new() { SkipUnchanged = true, Preflight = true };

    private readonly string _file = configuration["CustomerFile"] ?? Path.Combine(AppContext.BaseDirectory, "customers.json");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(15));
        do
        {
            try
            {
                await SyncAsync(stoppingToken);
            }
            catch (GainsightException failure)
            {
                // The next round tries again. The health check tells the operator.
                logger.LogError(failure, "The companies were not synchronized.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Writes the file once. Throws what keeps the companies from being read or written at all; a bad row is in the report.</summary>
    public async Task<WriteReport<Company>> SyncAsync(CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(_file);
        var customers = await JsonSerializer.DeserializeAsync(file, CustomerJson.Default.CustomerArray, cancellationToken) ?? [];
        var companies = customers.Select(customer => new Company { Name = customer.Name, Arr = customer.AnnualRevenue, Stage = customer.Stage });
        var report = await gainsight.Companies.UpsertAsync(companies, CompanyFields.Name, Options, cancellationToken);
        foreach (var row in report.Unsuccessful)
        {
            logger.LogWarning("Row {Row}", row);             // index, status and error codes, no values
        }

        return report;
    }
}
