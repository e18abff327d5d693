using Gainsight.Client.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Gainsight.Client.Hosting.Tests.Jobs;

/// <summary>An application with jobs, on an emulator and a folder. Each command is a host of its own, as each start of a program is.</summary>
internal sealed class JobsHost : IDisposable
{
    private readonly FakeLogCollector _log = new();

    // Linux allows a user 128 watchers of files, and many tests run at the same time.
    static JobsHost() => System.Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");

    public GainsightEmulator Emulator { get; } = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("jobs-").FullName;

    public string ConnectionFile => Path.Combine(Folder, "connection.json");

    public Probe Probe { get; } = new();

    public IEnumerable<string> Said => _log.GetSnapshot().Select(said => said.Message);

    public Dictionary<string, string?> Settings { get; } = new()
    {
        ["Gainsight:AccessKey"] = new GainsightEmulatorOptions().AccessKey,
        ["Urls"] = "http://127.0.0.1:0",
        ["Jobs:probe:Schedule"] = "",
        ["Jobs:probe:Word"] = "hello",
    };

    /// <summary>The variables of the environment. Each host has them under a prefix of its own, because tests share one environment.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>Which class runs which job.</summary>
    public Action<GainsightJobsBuilder> Jobs { get; set; } = jobs => jobs.Add<ProbeJob, ProbeSettings>("probe").AddEach<ReadJob, ObjectSettings>();

    public WebApplication Build(params string[] args)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders().AddProvider(new FakeLoggerProvider(_log));
        builder.Configuration.AddInMemoryCollection(Settings);
        if (!Settings.ContainsKey("Gainsight:Tenant"))
        {
            builder.Configuration["Gainsight:BaseAddress"] = Emulator.BaseAddress.ToString();
        }

        var prefix = $"JOBS_{Guid.NewGuid():N}_";
        foreach ((var name, var value) in Environment)
        {
            System.Environment.SetEnvironmentVariable(prefix + name, value);
        }

        builder.Configuration.AddEnvironmentVariables(prefix);
        builder.Services.AddSingleton(Probe).AddGainsightClient(builder.Configuration.GetSection("Gainsight"))
            .ConfigurePrimaryHttpMessageHandler(Emulator.CreateHandler);
        Jobs(builder.AddGainsightJobs([.. args, $"--StateFolder={Folder}"]));
        var app = builder.Build();
        foreach (var name in Environment.Keys)
        {
            System.Environment.SetEnvironmentVariable(prefix + name, null);
        }

        app.MapGainsightJobs();
        return app;
    }

    /// <summary>A command of the program, which ends. Changes settle before it.</summary>
    public async Task<(int Code, string Output)> CommandAsync(string line, string? answer = null, CancellationToken cancellationToken = default)
    {
        Emulator.ClockOffset += ChangesClient.SettleTime * 2;
        await using var app = Build(line.Split(' '));
        await using var output = new StringWriter();
        using var terminal = answer is null ? null : new StringReader(answer + "\n");
        var code = await new JobCommand(app, output, output, terminal).RunAsync(cancellationToken);
        return (code, output.ToString());
    }

    /// <summary>Holds the lock of a job, as a run in another process does.</summary>
    public IDisposable Lock(string job) => new FileStream(Path.Combine(Folder, $"{job}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    public void Dispose()
    {
        Emulator.Dispose();
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
