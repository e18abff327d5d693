using System.Diagnostics;
using System.Globalization;
using Gainsight.Client.Emulator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Gainsight.Client.Hosting.Tests.Telemetry;

/// <summary>A host with clients of the emulator, whose logs, spans, metrics and health are read.</summary>
public sealed class HostTests : IDisposable
{
    private const string Key = "k3y-4711-secret";
    private const string NewKey = "k3y-4712-secret";

    private readonly GainsightEmulator _emulator = new(new GainsightEmulatorOptions { AccessKey = Key });
    private readonly HostApplicationBuilder _builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
    private readonly Listener _logs = new();
    private readonly List<Activity> _spans = [];
    private readonly List<Metric> _metrics = [];
    private IHost? _host;

    public HostTests()
    {
        _builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs);
        _builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddInMemoryExporter(_spans))
            .WithMetrics(metrics => metrics.AddInMemoryExporter(_metrics));
        Set("ConnectionStrings:gainsight", $"Endpoint={_emulator.BaseAddress};AccessKey={Key}");
    }

    [Fact]
    public async Task One_line_gives_a_client_with_health_spans_and_metrics()
    {
        OnEmulator(_builder.AddGainsightClient("gainsight"));
        await StartAsync();

        await Client().Companies.InsertAsync([new Company { Name = "Acme" }]);

        (await HealthAsync()).Entries.Should().ContainKey("gainsight").WhoseValue.Status.Should().Be(HealthStatus.Healthy);
        _spans.Should().Contain(span => span.OperationName == "Records.Insert");
        Metrics().Should().Contain("gainsight.client.operation.duration");
    }

    [Fact]
    public async Task What_is_disabled_in_the_section_is_not_added()
    {
        Set("Gainsight:DisableHealthChecks", "true");
        Set("Gainsight:DisableTracing", "true");
        Set("Gainsight:DisableMetrics", "true");
        OnEmulator(_builder.AddGainsightClient("gainsight"));
        _builder.Services.AddHealthChecks();
        await StartAsync();

        await Client().CheckConnectionAsync();

        (await HealthAsync()).Entries.Should().BeEmpty();
        _spans.Should().BeEmpty();
        Metrics().Should().NotContain(name => name.StartsWith("gainsight.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_disabled_in_code_is_not_added_whatever_the_section_says()
    {
        Set("Gainsight:DisableHealthChecks", "false");
        OnEmulator(_builder.AddGainsightClient("gainsight", settings => settings.DisableHealthChecks = true));
        _builder.Services.AddHealthChecks();
        await StartAsync();

        (await HealthAsync()).Entries.Should().BeEmpty();
    }

    [Fact]
    public async Task Options_in_code_come_after_the_configuration()
    {
        Set("Gainsight:Limits:sync-minute", "5");
        OnEmulator(_builder.AddGainsightClient("gainsight", configureOptions: options => options.Quota.SetLimit("sync-minute", 9)));
        await StartAsync();

        Client().Quota.Windows.Single(window => window.Name == "sync-minute").Limit.Should().Be(9);
    }

    [Fact]
    public async Task Keyed_clients_have_their_own_connection_strings_sections_and_checks()
    {
        using var emea = new GainsightEmulator(new GainsightEmulatorOptions { AccessKey = "emea-key" });
        Set("ConnectionStrings:emea", $"Endpoint={emea.BaseAddress};AccessKey=emea-key");
        Set("Gainsight:emea:Limits:sync-minute", "7");
        Set("ConnectionStrings:us", $"Endpoint={_emulator.BaseAddress};AccessKey={Key}");
        _builder.AddKeyedGainsightClient("emea").ConfigurePrimaryHttpMessageHandler(emea.CreateHandler);
        OnEmulator(_builder.AddKeyedGainsightClient("us"));
        await StartAsync();

        var client = _host!.Services.GetRequiredKeyedService<GainsightClient>("emea");
        await client.CheckConnectionAsync();

        emea.Requests.Count.Should().Be(1);
        _emulator.Requests.Count.Should().Be(0);
        client.Quota.Windows.Single(window => window.Name == "sync-minute").Limit.Should().Be(7);
        (await HealthAsync()).Entries.Keys.Should().BeEquivalentTo("gainsight:emea", "gainsight:us");
    }

    [Fact]
    public async Task A_new_key_in_the_connection_string_is_used_without_a_restart()
    {
        OnEmulator(_builder.AddGainsightClient("gainsight"));
        await StartAsync();
        await Client().CheckConnectionAsync();

        Set("ConnectionStrings:gainsight", $"Endpoint={_emulator.BaseAddress};AccessKey={NewKey}");
        var call = () => Client().CheckConnectionAsync();

        // The emulator does not know the new key, which shows that it was sent.
        await call.Should().ThrowAsync<GainsightAuthenticationException>();
        (await HealthAsync()).Entries["gainsight"].Description.Should().StartWith("The credential was refused");

        Set("ConnectionStrings:gainsight", $"Endpoint={_emulator.BaseAddress};AccessKey={Key}");
        await Client().CheckConnectionAsync();
        (await HealthAsync()).Status.Should().Be(HealthStatus.Healthy);
        TextsWith(Key, NewKey).Should().BeEmpty();
    }

    [Fact]
    public async Task A_new_connection_string_that_cannot_be_used_leaves_the_client_as_it_is()
    {
        OnEmulator(_builder.AddGainsightClient("gainsight"));
        await StartAsync();
        await Client().CheckConnectionAsync();

        Set("ConnectionStrings:gainsight", NewKey);

        (await Client().CheckConnectionAsync()).ObjectCount.Should().BePositive();
    }

    public static TheoryData<FaultKind?, bool> Faults
    {
        get
        {
            TheoryData<FaultKind?, bool> faults = [];
            FaultKind?[] kinds = [null, .. Enum.GetValues<FaultKind>().Where(kind => kind is not (FaultKind.SlowObject or FaultKind.JobFails or FaultKind.JobIsAborted))];
            foreach (var kind in kinds)
            {
                faults.Add(kind, false);
                faults.Add(kind, true);
            }

            return faults;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task No_secret_and_no_value_reaches_health_logs_spans_or_metrics(FaultKind? fault, bool hasHttpClientLogs)
    {
        Set("Gainsight:MaxRetries", "0");
        Set("Gainsight:MaxQueueWait", "00:00:00");
        var chain = _builder.AddGainsightClient("gainsight");
        OnEmulator(hasHttpClientLogs ? chain.AddDefaultLogger() : chain);
        await StartAsync();
        if (fault is { } kind)
        {
            _emulator.Faults.Add(new Fault(kind));
        }

        var client = Client();
        _ = await Record.ExceptionAsync(() => client.Companies.InsertAsync([new Company { Name = "Value of a record", Stage = "Bad value of a record" }]));
        _ = await Record.ExceptionAsync(() => client.CheckConnectionAsync());
        await HealthAsync();

        TextsWith("Records.Insert").Should().NotBeEmpty();
        _logs.Categories.Any(category => category.StartsWith("System.Net.Http.HttpClient.Gainsight", StringComparison.Ordinal)).Should().Be(hasHttpClientLogs);
        TextsWith("Sending HTTP request").Any().Should().Be(hasHttpClientLogs);
        TextsWith(Key, "alue of a record").Should().BeEmpty();
    }

    public void Dispose()
    {
        _host?.Dispose();
        _emulator.Dispose();
        _logs.Dispose();
    }

    private void Set(string key, string value) =>
        _builder.Configuration.AddInMemoryCollection([KeyValuePair.Create(key, (string?)value)]);

    private void OnEmulator(IHttpClientBuilder chain) => chain.ConfigurePrimaryHttpMessageHandler(_emulator.CreateHandler);

    private Task StartAsync()
    {
        _host = _builder.Build();
        return _host.StartAsync();
    }

    private GainsightClient Client() => _host!.Services.GetRequiredService<GainsightClient>();

    private Task<HealthReport> HealthAsync() => _host!.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

    private List<string> Metrics()
    {
        _host!.Services.GetRequiredService<MeterProvider>().ForceFlush();
        return [.. _metrics.Select(metric => metric.Name)];
    }

    private IEnumerable<string> TextsWith(params string[] parts) =>
        AllTexts().Where(text => parts.Any(part => text.Contains(part, StringComparison.Ordinal))).Distinct();

    /// <summary>The texts of logs, spans, metrics and health.</summary>
    private List<string> AllTexts()
    {
        List<string> texts = [.. Metrics(), .. _logs.Texts];
        foreach (var span in _spans.ToArray())
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

        foreach (var (name, entry) in HealthAsync().GetAwaiter().GetResult().Entries)
        {
            texts.AddRange([name, entry.Description ?? string.Empty, entry.Exception?.ToString() ?? string.Empty, .. entry.Data.Select(pair => Text(KeyValuePair.Create(pair.Key, (object?)pair.Value)))]);
        }

        return texts;
    }

    private static string Text(KeyValuePair<string, object?> tag) => string.Create(CultureInfo.InvariantCulture, $"{tag.Key}={tag.Value}");
}
