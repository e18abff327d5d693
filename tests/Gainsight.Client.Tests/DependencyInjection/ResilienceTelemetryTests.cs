using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Telemetry;

namespace Gainsight.Client.Tests.DependencyInjection;

/// <summary>What the resilience packages bring by themselves: metrics, enrichers, logs, options that are reloaded.</summary>
public sealed class ResilienceTelemetryTests : IDisposable
{
    private readonly Services _services = new();

    public ResilienceTelemetryTests() => _services.Clock.StartJumping();

    [Theory]
    [InlineData(false, "Gainsight.Client-gainsight")]
    [InlineData(true, "Gainsight.Client-mine")]
    public async Task Pollys_metrics_have_the_operation_as_their_key_and_the_tags_of_the_applications_enrichers(bool own, string pipeline)
    {
        var tenant = Guid.NewGuid().ToString();
        using var attempts = new MetricCollector<double>(meterScope: null, "Polly", "resilience.polly.strategy.attempt.duration");
        _services.Collection.Configure<TelemetryOptions>(options => options.MeteringEnrichers.Add(new TenantEnricher(tenant)));
        var builder = _services.OnStub(_services.Collection.AddGainsightClient(Acme));
        if (own)
        {
            builder.AddResilienceHandler("mine", to => to.AddRetry(new HttpRetryStrategyOptions { Delay = TimeSpan.Zero }));
        }

        _services.Wire.Answer(HttpStatusCode.ServiceUnavailable, "{}").Answer(StubHandler.Envelope("[]"));
        await _services.Client.CheckConnectionAsync();

        attempts.GetMeasurementSnapshot().Where(attempt => Equals(attempt.Tags.GetValueOrDefault("tenant"), tenant)).Should().NotBeEmpty().And.OnlyContain(attempt =>
            Equals(attempt.Tags["pipeline.name"], pipeline) && Equals(attempt.Tags["operation.key"], "Metadata.ListObjects"));
    }

    [Fact]
    public async Task Polly_logs_to_the_containers_loggers()
    {
        _services.OnStub(_services.Collection.AddGainsightClient(Acme));
        _services.Wire.Answer(HttpStatusCode.ServiceUnavailable, "{}").Answer(StubHandler.Envelope("[]"));

        await _services.Client.CheckConnectionAsync();

        _services.Logs.Records.Should().Contain(entry => entry.Message.Contains("Operation Key: 'Metadata.ListObjects'"));
    }

    [Fact]
    public async Task A_call_that_succeeds_logs_nothing_at_information_and_is_logged_by_polly_at_debug()
    {
        _services.OnStub(_services.Collection.AddGainsightClient(Acme));
        _services.Wire.Answer(StubHandler.Envelope("[]"));

        await _services.Client.CheckConnectionAsync();

        _services.Logs.Records.Should().NotContain(record => record.Level >= LogLevel.Information)
            .And.Contain(record => record.Category == "Polly" && record.Level == LogLevel.Debug && record.Message.Contains("Operation Key: 'Metadata.ListObjects'"));
    }

    [Fact]
    public async Task The_severity_that_the_application_gives_to_events_is_kept()
    {
        _services.Collection.Configure<TelemetryOptions>(options => options.SeverityProvider = static _ => ResilienceEventSeverity.Information);
        _services.OnStub(_services.Collection.AddGainsightClient(Acme));
        _services.Wire.Answer(StubHandler.Envelope("[]"));

        await _services.Client.CheckConnectionAsync();

        _services.Logs.Records.Should().Contain(record => record.Category == "Polly" && record.Level == LogLevel.Information);
    }

    [Fact]
    public async Task Options_of_a_pipeline_are_reloaded()
    {
        var configuration = Services.Configuration(("Mine:Retry:MaxRetryAttempts", "1"), ("Mine:Retry:Delay", "00:00:00"));
        _services.Collection.Configure<HttpStandardResilienceOptions>("mine", configuration.GetSection("Mine"));
        _services.OnStub(_services.Collection.AddGainsightClient(Acme)).AddResilienceHandler("mine", (pipeline, context) =>
        {
            context.EnableReloads<HttpStandardResilienceOptions>("mine");
            pipeline.AddRetry(context.GetOptions<HttpStandardResilienceOptions>("mine").Retry);
        });
        _services.Wire.Answer(HttpStatusCode.InternalServerError, "{}");

        await FailAsync();
        var first = _services.Wire.Sent.Count;
        configuration["Mine:Retry:MaxRetryAttempts"] = "4";
        configuration.Reload();
        await FailAsync();

        first.Should().Be(2);
        _services.Wire.Sent.Should().HaveCount(2 + 5);
    }

    [Fact]
    public async Task The_retries_are_bound_from_the_section()
    {
        var configuration = Services.Configuration(
            ("Tenant", "acme"), ("AccessKey", "key"), ("Retry:MaxRetries", "2"), ("Retry:Delay", "00:00:04"), ("Retry:MaxElapsed", "00:10:00"));
        _services.OnStub(_services.Collection.AddGainsightClient(configuration));
        _services.Wire.Answer(HttpStatusCode.InternalServerError, "{}");
        var before = _services.Clock.GetUtcNow();

        await FailAsync();

        _services.Wire.Sent.Should().HaveCount(3);
        (_services.Clock.GetUtcNow() - before).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(2 + 4)).And.BeLessThanOrEqualTo(TimeSpan.FromSeconds(4 + 8));
    }

    public void Dispose() => _services.Dispose();

    private static void Acme(GainsightClientOptions options) =>
        (options.Tenant, options.Credential) = ("acme", new AccessKeyCredential("key"));

    private async Task FailAsync() =>
        await ((Func<Task>)(() => _services.Client.CheckConnectionAsync())).Should().ThrowExactlyAsync<GainsightApiException>();

    private sealed class TenantEnricher(string tenant) : MeteringEnricher
    {
        public override void Enrich<TResult, TArgs>(in EnrichmentContext<TResult, TArgs> context) => context.Tags.Add(new("tenant", tenant));
    }
}
