using Microsoft.Extensions.Configuration.Memory;
using Npgsql;
using OpenTelemetry.Trace;
using Quartz;

namespace Samples.Jobs;

/// <summary>What the samples of jobs share: their host, and a demonstration on an emulator.</summary>
internal static class JobSample
{
    private const string Address = "Gainsight:BaseAddress";
    private const string Key = "Gainsight:AccessKey";

    /// <summary>A builder with a client of the tenant in the section Gainsight, or else of an emulator.</summary>
    public static WebApplicationBuilder CreateBuilder<T>(string[] args, GainsightEmulator? emulator)
    {
        var settings = args.Where(word => word.Contains('=', StringComparison.Ordinal)).ToArray();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = DataOf<T>() });
        var tenant = new Dictionary<string, string?> { [Address] = emulator?.BaseAddress.ToString(), [Key] = emulator?.AccessKey };
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = tenant });
        var client = builder.Services.AddGainsightClient(builder.Configuration.GetSection("Gainsight"));
        _ = emulator is null ? client : client.ConfigurePrimaryHttpMessageHandler(emulator.CreateHandler);
        builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource(GainsightDiagnostics.ActivitySourceName).AddOtlpExporter());
        return builder;
    }

    /// <summary>Keeps the schedules in PostgreSQL, if there is a connection string. Each firing then runs on one host.</summary>
    public static void UseStore(this IQuartzBuilder quartz, IConfiguration configuration)
    {
        if (configuration.GetConnectionString("Quartz") is { Length: > 0 } database)
        {
            quartz.UsePersistentStore(store => store.UsePostgres(NpgsqlFactory.Instance, database).UseClustering()
                .ConfigureStore(options => options.SchemaProvisioning = SchemaProvisioning.CreateIfMissing));
        }
    }

    /// <summary>The folder of a sample's appsettings.json and tenant.json.</summary>
    public static string DataOf<T>() => Path.Combine(AppContext.BaseDirectory, $"{typeof(T).Namespace}.Data");

    /// <summary>Does a command. Without one, a demonstration on an emulator; a tenant is then only read. Problems are messages.</summary>
    public static async Task<int> RunAsync<T>(string[] args, Func<string[], GainsightEmulator?, WebApplication> build,
        Func<GainsightEmulator, Func<string, Task<bool>>, Task<bool>> demonstrate)
    {
        try
        {
            var hasCommand = args.Any(word => word != "--yes" && !word.Contains('=', StringComparison.Ordinal));
            var given = new ConfigurationBuilder().AddJsonFile(Path.Combine(DataOf<T>(), "appsettings.json")).AddEnvironmentVariables()
                .AddCommandLine([.. args.Where(word => word.Contains('=', StringComparison.Ordinal))]).Build();
            (string Setting, string? Value)[] tenant = [(Address, given["GAINSIGHT_BASE_ADDRESS"]), (Key, given["GAINSIGHT_ACCESS_KEY"])];
            string?[] named = [.. tenant.Select(each => each.Value), given[Address], given["Gainsight:Tenant"], given[Key]];
            var state = given["StateFolder"] is { Length: > 0 } chosen ? chosen : "state";
            if (!named.All(string.IsNullOrEmpty) || File.Exists(Path.Combine(state, "connection.json")))
            {
                var variables = tenant.Where(each => !string.IsNullOrEmpty(each.Value)).Select(each => $"--{each.Setting}={each.Value}");
                await using var app = build([.. variables, .. args, .. hasCommand ? [] : (string[])["run", "--WriteBack:Author="]], null);
                return await app.RunGainsightJobsAsync();
            }
            // An emulator lives as long as the process, and so does what its jobs remember.
            var folder = Directory.CreateTempSubdirectory("jobs").FullName;
            using var emulator = new GainsightEmulator();
            emulator.Load(await File.ReadAllTextAsync(Path.Combine(DataOf<T>(), "tenant.json")));
            var succeeded = await (hasCommand ? CommandAsync("") : demonstrate(emulator, CommandAsync));
            Directory.Delete(folder, recursive: true);
            return succeeded ? 0 : 1;
            async Task<bool> CommandAsync(string line)
            {
                Console.Write(line.Length == 0 ? "" : $"\n> {line.Replace(emulator.AccessKey, "...", StringComparison.Ordinal)}\n");
                emulator.ClockOffset += ChangesClient.SettleTime * 2; // A feed ends half a minute before the present.
                var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                await using var app = build([$"--StateFolder={folder}", .. args, .. words, "--yes"], emulator);
                return await app.RunGainsightJobsAsync() == 0;
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or FormatException or InvalidOperationException or IOException)
        {
            await Console.Error.WriteLineAsync($"{failure.Message} {failure.InnerException?.GetBaseException().Message}".Trim());
            return 1;
        }
    }
}
