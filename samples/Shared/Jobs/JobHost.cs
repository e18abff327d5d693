using Microsoft.AspNetCore.Http;
using Npgsql;
using OpenTelemetry.Trace;
using Quartz;

namespace Samples.Jobs;

/// <summary>A service that runs jobs on their schedules, and shows and starts them over HTTP.</summary>
internal static class JobHost
{
    /// <summary>Builds the service. Without an emulator, the environment or the section Gainsight names the tenant.</summary>
    public static WebApplication Build<T>(string[] settings, GainsightEmulator? emulator)
        where T : class, IJobs
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = DataOf<T>() });
        (var address, var key) = emulator is null
            ? (builder.Configuration["GAINSIGHT_BASE_ADDRESS"], builder.Configuration["GAINSIGHT_ACCESS_KEY"])
            : (emulator.BaseAddress.ToString(), emulator.AccessKey);
        var tenant = new Dictionary<string, string?> { ["Gainsight:BaseAddress"] = address, ["Gainsight:AccessKey"] = key };
        builder.Configuration.AddInMemoryCollection(tenant.Where(setting => !string.IsNullOrEmpty(setting.Value)))
            .AddJsonFile(ConnectionFile(builder.Configuration), optional: true, reloadOnChange: true)
            .AddCommandLine(settings);
        var client = builder.Services.AddGainsightClient(builder.Configuration.GetSection("Gainsight"));
        _ = emulator is null ? client : client.ConfigurePrimaryHttpMessageHandler(emulator.CreateHandler);
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<IJobs, T>()
            .AddSingleton(services => RunnerOf(services, builder.Configuration));
        builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource(GainsightDiagnostics.ActivitySourceName).AddOtlpExporter());
        builder.Services.AddQuartz(quartz => Schedule(quartz, builder.Configuration))
            .AddQuartzHostedService(options => options.WaitForJobsToComplete = true);

        var app = builder.Build();
        app.MapGet("/jobs", (JobRunner runner) => runner.Jobs.Select(runner.GetStatus));
        app.MapPost("/jobs/run", async (JobRunner runner) => await runner.RunAsync(runner.Jobs));
        app.MapPost("/jobs/{job}/run", async (JobRunner runner, string job) =>
            !runner.Jobs.Contains(job) ? Results.NotFound($"{job} is not a job. The jobs: {string.Join(", ", runner.Jobs)}.")
            : await runner.RunAsync(job) is { State: not RunState.Running } status ? Results.Ok(status)
            : Results.Conflict($"{job} runs already. Nothing was started."));
        return app;
    }

    /// <summary>The folder of a sample's appsettings.json and tenant.json.</summary>
    public static string DataOf<T>() => Path.Combine(AppContext.BaseDirectory, $"{typeof(T).Namespace}.Data");

    /// <summary>The jobs of the settings. The library runs each one at a time, and keeps its status and its failures.</summary>
    private static JobRunner RunnerOf(IServiceProvider services, ConfigurationManager configuration)
    {
        var runner = new JobRunner(FolderOf(configuration), logger: services.GetRequiredService<ILogger<JobRunner>>());
        foreach (var job in configuration.GetSection("Jobs").GetChildren())
        {
            runner.Add(job.Key, async (run, stop) =>
            {
                try
                {
                    await services.GetRequiredService<IJobs>().RunAsync(run, stop);
                }
                catch (Exception failure) when (!stop.IsCancellationRequested)
                {
                    run.Fail(failure);
                }
            });
        }

        return runner;
    }

    private static string FolderOf(IConfiguration configuration) => configuration["StateFolder"] ?? "state";

    /// <summary>The address and the key that the command connect saved. Keep yours in a secret store that reloads.</summary>
    public static string ConnectionFile(IConfiguration configuration) =>
        Path.Combine(Directory.CreateDirectory(FolderOf(configuration)).FullName, "connection.json");

    /// <summary>Gives each job its schedule: in memory, or in PostgreSQL, where each firing runs on one host of the cluster.</summary>
    private static void Schedule(IQuartzBuilder quartz, ConfigurationManager configuration)
    {
        if (configuration.GetConnectionString("Quartz") is { Length: > 0 } database)
        {
            quartz.UsePersistentStore(store => store.UsePostgres(NpgsqlFactory.Instance, database).UseClustering()
                .ConfigureStore(options => options.SchemaProvisioning = SchemaProvisioning.CreateIfMissing));
        }

        foreach (var job in configuration.GetSection("Jobs").GetChildren())
        {
            if (CronExpression.TryParse(job["Schedule"] ?? "", out var cron))
            {
                quartz.ScheduleJob(
                    job.Key,
                    Task (JobRunner runner, CancellationToken stop) => runner.RunAsync(job.Key, stop),
                    trigger => trigger.WithCronSchedule(cron));
            }
            else
            {
                Console.Error.WriteLine($"{job.Path}:Schedule is no cron expression, such as '0 0 2 * * ?'. The job runs only by hand.");
            }
        }
    }
}
