using System.Diagnostics;
using Gainsight.Client.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Gainsight.Client.Hosting.Tests.Telemetry;

/// <summary>What one line registers in a host, and what configuration changes about it.</summary>
public sealed class HostTests : IDisposable
{
    private const string Key = ObservedHost.Key;
    private const string NewKey = "k3y-4712-secret";

    private readonly ObservedHost _host = new();

    [Fact]
    public async Task One_line_gives_a_client_with_health_spans_and_metrics()
    {
        _host.OnEmulator(_host.Builder.AddGainsightClient("gainsight"));
        await _host.StartAsync();

        await _host.Client.Companies.InsertAsync([new Company { Name = "Acme" }]);

        (await _host.HealthAsync()).Entries.Should().ContainKey("gainsight").WhoseValue.Status.Should().Be(HealthStatus.Healthy);
        _host.Spans.Should().Contain(span => span.OperationName == "Records.Insert");
        _host.Metrics().Should().Contain("gainsight.client.operation.duration");
    }

    [Fact]
    public async Task The_calls_of_a_job_are_exported_in_the_trace_that_the_job_tells()
    {
        _host.OnEmulator(_host.Builder.AddGainsightClient("gainsight"));
        await _host.StartAsync();
        using var runner = new JobRunner(Directory.CreateTempSubdirectory("trace").FullName);
        string? trace = null;
        runner.Add("write", async (_, stop) =>
        {
            trace = Activity.Current?.TraceId.ToString();
            await _host.Client.Companies.InsertAsync([new Company { Name = "Acme" }], stop);
        });

        await runner.RunAsync("write");

        _host.Spans.Where(span => span.TraceId.ToString() == trace).Select(span => span.OperationName).Should().Contain(["job write", "Records.Insert"]);
    }

    [Fact]
    public async Task What_is_disabled_in_the_section_is_not_added()
    {
        _host.Set("Gainsight:DisableHealthChecks", "true");
        _host.Set("Gainsight:DisableTracing", "true");
        _host.Set("Gainsight:DisableMetrics", "true");
        _host.OnEmulator(_host.Builder.AddGainsightClient("gainsight"));
        _host.Builder.Services.AddHealthChecks();
        await _host.StartAsync();

        await _host.Client.CheckConnectionAsync();

        (await _host.HealthAsync()).Entries.Should().BeEmpty();
        _host.Spans.Should().BeEmpty();
        _host.Metrics().Should().NotContain(name => name.StartsWith("gainsight.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_disabled_in_code_is_not_added_whatever_the_section_says()
    {
        _host.Set("Gainsight:DisableHealthChecks", "false");
        _host.OnEmulator(_host.Builder.AddGainsightClient("gainsight", settings => settings.DisableHealthChecks = true));
        _host.Builder.Services.AddHealthChecks();
        await _host.StartAsync();

        (await _host.HealthAsync()).Entries.Should().BeEmpty();
    }

    [Fact]
    public async Task Options_in_code_come_after_the_configuration()
    {
        _host.Set("Gainsight:Limits:sync-minute", "5");
        _host.OnEmulator(_host.Builder.AddGainsightClient("gainsight", configureOptions: options => options.Quota.SetLimit("sync-minute", 9)));
        await _host.StartAsync();

        _host.Client.Quota.Windows.Single(window => window.Name == "sync-minute").Limit.Should().Be(9);
    }

    [Fact]
    public async Task Keyed_clients_have_their_own_connection_strings_sections_and_checks()
    {
        using var emea = new GainsightEmulator(new GainsightEmulatorOptions { AccessKey = "emea-key" });
        _host.Set("ConnectionStrings:emea", $"Endpoint={emea.BaseAddress};AccessKey=emea-key");
        _host.Set("Gainsight:emea:Limits:sync-minute", "7");
        _host.Set("ConnectionStrings:us", $"Endpoint={_host.Emulator.BaseAddress};AccessKey={Key}");
        _host.Builder.AddKeyedGainsightClient("emea").ConfigurePrimaryHttpMessageHandler(emea.CreateHandler);
        _host.OnEmulator(_host.Builder.AddKeyedGainsightClient("us"));
        await _host.StartAsync();

        var client = _host.Services.GetRequiredKeyedService<GainsightClient>("emea");
        await client.CheckConnectionAsync();

        emea.Requests.Count.Should().Be(1);
        _host.Emulator.Requests.Count.Should().Be(0);
        client.Quota.Windows.Single(window => window.Name == "sync-minute").Limit.Should().Be(7);
        (await _host.HealthAsync()).Entries.Keys.Should().BeEquivalentTo("gainsight:emea", "gainsight:us");
    }

    [Fact]
    public async Task A_new_key_in_the_connection_string_is_used_without_a_restart()
    {
        _host.OnEmulator(_host.Builder.AddGainsightClient("gainsight"));
        await _host.StartAsync();
        await _host.Client.CheckConnectionAsync();

        _host.Set("ConnectionStrings:gainsight", $"Endpoint={_host.Emulator.BaseAddress};AccessKey={NewKey}");
        var call = () => _host.Client.CheckConnectionAsync();

        // The emulator does not know the new key, which shows that it was sent.
        await call.Should().ThrowAsync<GainsightAuthenticationException>();
        (await _host.HealthAsync()).Entries["gainsight"].Description.Should().StartWith("The credential was refused");

        _host.Set("ConnectionStrings:gainsight", $"Endpoint={_host.Emulator.BaseAddress};AccessKey={Key}");
        await _host.Client.CheckConnectionAsync();
        (await _host.HealthAsync()).Status.Should().Be(HealthStatus.Healthy);
        (await _host.TextsWithAsync(Key, NewKey)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_new_connection_string_that_cannot_be_used_leaves_the_client_as_it_is()
    {
        _host.OnEmulator(_host.Builder.AddGainsightClient("gainsight"));
        await _host.StartAsync();
        await _host.Client.CheckConnectionAsync();

        _host.Set("ConnectionStrings:gainsight", NewKey);

        (await _host.Client.CheckConnectionAsync()).ObjectCount.Should().BePositive();
    }

    public void Dispose() => _host.Dispose();
}
