using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PullJobs;
using ScheduledReader;

namespace Gainsight.Client.JobSamples.Tests;

/// <summary>A sample as a service, on an emulator and a folder.</summary>
internal sealed class JobService : IAsyncDisposable, ILoggerProvider, ILogger
{
    private readonly Func<string[], WebApplication> _build;
    private string[] _settings;
    private readonly List<string> _said = [];
    private readonly SemaphoreSlim _told = new(0);

    private JobService(string sample, Func<string[], GainsightEmulator, WebApplication> build, string[] settings)
    {
        _settings = settings;
        _build = all => build(all, Emulator);
        Emulator.Load(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, $"{sample}.Data", "tenant.json")));
        App = Build();
    }

    public GainsightEmulator Emulator { get; } = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("jobs").FullName;

    public WebApplication App { get; private set; }

    /// <summary>Holds the lock of a job, as a run in another process does.</summary>
    public IDisposable Lock(string job) => new FileStream(Path.Combine(Folder, $"{job}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    public JobRunner Runner => App.Services.GetRequiredService<JobRunner>();

    public DateTimeOffset Now => TimeProvider.System.GetUtcNow() + Emulator.ClockOffset;

    public static JobService Reader(params string[] settings) => new("ScheduledReader", ReaderHost.Build, settings);

    public static JobService Puller(params string[] settings) => new("PullJobs", PullHost.Build, settings);

    public async Task RestartAsync(params string[] more)
    {
        await App.DisposeAsync();
        _settings = [.. _settings, .. more];
        App = Build();
    }

    /// <summary>Another host of the same jobs: the same tenant and folder.</summary>
    public WebApplication Build()
    {
        var app = _build([.. _settings, $"--StateFolder={Folder}", "--Logging:Console:LogLevel:Default=None"]);
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(this);
        return app;
    }

    /// <summary>Runs a job after everything that was changed has settled.</summary>
    public async Task<RunStatus> RunAsync(string job)
    {
        await SettleAsync();
        return await Runner.RunAsync(job, CancellationToken.None);
    }

    public async Task<Dictionary<string, RunStatus>> RunAllAsync()
    {
        await SettleAsync();
        return (await Runner.RunAsync(Runner.Jobs)).ToDictionary(status => status.Job);
    }

    /// <summary>Moves the tenant's clock on. An answer tells the client of it.</summary>
    private async Task SettleAsync()
    {
        Emulator.ClockOffset += TimeSpan.FromMinutes(1);
        try
        {
            await App.Services.GetRequiredService<GainsightClient>().CheckConnectionAsync();
        }
        catch (GainsightAuthenticationException)
        {
        }
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

    /// <summary>What the jobs said since the last call.</summary>
    public IReadOnlyList<string> Said()
    {
        lock (_said)
        {
            string[] said = [.. _said];
            _said.Clear();
            return said;
        }
    }

    /// <summary>Waits until messages that start with a text were said.</summary>
    public async Task UntilSaidAsync(string text, int times)
    {
        bool IsSaid()
        {
            lock (_said)
            {
                return _said.Count(said => said.StartsWith(text, StringComparison.Ordinal)) >= times;
            }
        }

        while (!IsSaid())
        {
            (await _told.WaitAsync(TimeSpan.FromMinutes(2))).Should().BeTrue("{0} should be said {1} times", text, times);
        }
    }

    /// <summary>The values of a field in the rows that a job keeps of an object.</summary>
    public IEnumerable<string?> Rows(string job, string name, string field) =>
        File.ReadLines(FileOf(job, name)).Skip(1).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("row").GetProperty(field).ToString());

    public string FileOf(string job, string name) => Path.Combine(Folder, $"{job}.{name}.jsonl");

    public ILogger CreateLogger(string categoryName) => this;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_said)
        {
            _said.Add(formatter(state, exception));
        }

        _told.Release();
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <summary>The host disposes the logger with each restart.</summary>
    public void Dispose()
    {
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Emulator.Dispose();
        _told.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
