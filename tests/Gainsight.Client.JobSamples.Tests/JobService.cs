using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PullJobs;
using ScheduledReader;

namespace Gainsight.Client.JobSamples.Tests;

/// <summary>A sample as a service, on an emulator and a folder of its own.</summary>
internal sealed class JobService : IAsyncDisposable
{
    private readonly string _sample;
    private readonly string[] _settings;

    private JobService(string sample, string[] settings)
    {
        (_sample, _settings) = (sample, settings);
        Emulator = new GainsightEmulator(new GainsightEmulatorOptions { TimeProvider = Clock });
        Emulator.Load(File.ReadAllText(Path.Combine(Data, "tenant.json")));
        App = Build();
    }

    public JobProgram.DemoClock Clock { get; } = new();

    public GainsightEmulator Emulator { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("jobs").FullName;

    public WebApplication App { get; private set; }

    public JobRunner Runner => App.Services.GetRequiredService<JobRunner>();

    private string Data => Path.Combine(AppContext.BaseDirectory, $"{_sample}.Data");

    public static JobService Reader(params string[] settings) => new("ScheduledReader", settings);

    public static JobService Puller(params string[] settings) => new("PullJobs", settings);

    public async Task RestartAsync()
    {
        await App.DisposeAsync();
        App = Build();
    }

    /// <summary>Runs a job after everything that was changed has settled.</summary>
    public async Task<JobStatus> RunAsync(string job)
    {
        Clock.Ahead += TimeSpan.FromMinutes(1);
        return await Runner.RunAsync(job, CancellationToken.None);
    }

    public async Task<Dictionary<string, JobStatus>> RunAllAsync()
    {
        Clock.Ahead += TimeSpan.FromMinutes(1);
        return (await Runner.RunAsync(Runner.Jobs)).ToDictionary(status => status.Job);
    }

    public void Set(string setting, string? value)
    {
        App.Configuration[setting] = value;
        ((IConfigurationRoot)App.Configuration).Reload();
    }

    public void Change(string name, string key, object value, params (string, object?)[] values)
    {
        var rows = Emulator.Object(name);
        rows.Update(rows.Rows.Single(row => Equals(row[key], value)).Gsid, values);
    }

    /// <summary>The rows that a job remembers.</summary>
    public IEnumerable<Dictionary<string, string>> Rows(string job) => Runner.Recall(job).Rows.Values;

    public string PathOf(string job, string kind) => Path.Combine(Folder, $"{job}.{kind}");

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Emulator.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private WebApplication Build() => JobHost.Build(
        Data,
        [.. _settings, $"--StateFolder={Folder}", "--Logging:LogLevel:Samples=None"],
        services => _sample == "PullJobs" ? ActivatorUtilities.CreateInstance<Puller>(services).RunAsync : ActivatorUtilities.CreateInstance<Reader>(services).RunAsync,
        Emulator,
        Clock);
}
