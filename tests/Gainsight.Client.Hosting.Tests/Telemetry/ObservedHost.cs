using System.Diagnostics;
using System.Globalization;
using Gainsight.Client.Emulator;
using Gainsight.Client.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Gainsight.Client.Hosting.Tests.Telemetry;

/// <summary>A host with clients of the emulator, whose logs, spans, metrics and health are read.</summary>
internal sealed class ObservedHost : IDisposable
{
    public const string Key = "k3y-4711-secret";

    private readonly List<Metric> _metrics = [];
    private IHost? _host;

    public ObservedHost()
    {
        Builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs.Provider);
        Builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddInMemoryExporter(Spans))
            .WithMetrics(metrics => metrics.AddInMemoryExporter(_metrics));
        Set("ConnectionStrings:gainsight", $"Endpoint={Emulator.BaseAddress};AccessKey={Key}");
    }

    public GainsightEmulator Emulator { get; } = new(new GainsightEmulatorOptions { AccessKey = Key });

    public HostApplicationBuilder Builder { get; } = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());

    public Logs Logs { get; } = new();

    public List<Activity> Spans { get; } = [];

    public IServiceProvider Services => _host!.Services;

    public GainsightClient Client => Services.GetRequiredService<GainsightClient>();

    public void Set(string key, string value) =>
        Builder.Configuration.AddInMemoryCollection([KeyValuePair.Create(key, (string?)value)]);

    public void OnEmulator(IHttpClientBuilder chain) => chain.ConfigurePrimaryHttpMessageHandler(Emulator.CreateHandler);

    public Task StartAsync()
    {
        _host = Builder.Build();
        return _host.StartAsync();
    }

    public Task<HealthReport> HealthAsync() => Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

    public List<string> Metrics()
    {
        Services.GetRequiredService<MeterProvider>().ForceFlush();
        return [.. _metrics.Select(metric => metric.Name)];
    }

    /// <summary>The texts of logs, spans, metrics and health that contain one of the parts.</summary>
    public async Task<IReadOnlyList<string>> TextsWithAsync(params IEnumerable<string> parts)
    {
        var texts = await AllTextsAsync();
        return [.. texts.Where(text => parts.Any(part => text.Contains(part, StringComparison.Ordinal))).Distinct()];
    }

    public void Dispose()
    {
        _host?.Dispose();
        Emulator.Dispose();
        Logs.Dispose();
    }

    private async Task<List<string>> AllTextsAsync()
    {
        List<string> texts = [.. Metrics(), .. Logs.Records.Select(record => record.Text())];
        foreach (var span in Spans.ToArray())
        {
            texts.AddRange([span.DisplayName, span.StatusDescription ?? string.Empty, .. span.TagObjects.Select(Text), .. span.Events.SelectMany(one => one.Tags).Select(Text)]);
        }

        foreach (var metric in _metrics)
        {
            foreach (var point in metric.GetMetricPoints())
            {
                foreach (var tag in point.Tags)
                {
                    texts.Add(Text(tag));
                }
            }
        }

        foreach (var (name, entry) in (await HealthAsync()).Entries)
        {
            texts.AddRange([name, entry.Description ?? string.Empty, entry.Exception?.ToString() ?? string.Empty, .. entry.Data.Select(pair => Text(KeyValuePair.Create(pair.Key, (object?)pair.Value)))]);
        }

        return texts;
    }

    private static string Text(KeyValuePair<string, object?> tag) => string.Create(CultureInfo.InvariantCulture, $"{tag.Key}={tag.Value}");
}
