using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Polly;

namespace Gainsight.Client.Tests.DependencyInjection;

/// <summary>Resilience handlers that an application adds to all its clients.</summary>
public sealed class ResilienceHandlerTests
{
    [Fact]
    public async Task They_are_removed_from_this_client_only_and_that_is_logged_once()
    {
        using var services = new Services();
        services.Collection.ConfigureHttpClientDefaults(builder => builder.AddStandardResilienceHandler(WithoutDelay));
        services.OnStub(services.Collection.AddGainsightClient(Acme));
        services.Collection.AddHttpClient("other").ConfigurePrimaryHttpMessageHandler(() => services.Wire);
        services.Wire.Answer(HttpStatusCode.ServiceUnavailable, "{}");

        await ((Func<Task>)(() => services.Client.CheckConnectionAsync())).Should().ThrowAsync<GainsightApiException>();
        var ours = services.Wire.Sent.Count;
        services.Provider.GetRequiredService<IGainsightClientFactory>().Create(string.Empty).Should().BeSameAs(services.Client);
        using var other = services.Provider.GetRequiredService<IHttpClientFactory>().CreateClient("other");
        await other.GetAsync(new Uri("https://other.example"));

        ours.Should().Be(1);
        services.Wire.Sent.Should().HaveCount(5, "the other client keeps its handler with three retries");
        services.Logs.Records.Should().ContainSingle(entry => entry.Id == 500).Which.Should()
            .Match<FakeLogRecord>(entry => entry.Level == LogLevel.Warning && entry.Message.Contains(nameof(ResilienceHandler)));
    }

    [Fact]
    public async Task Handlers_of_the_older_package_and_derived_ones_are_removed_too_and_others_stay()
    {
        using var services = new Services();
        var own = new OwnHandler();
        services.Collection.ConfigureHttpClientDefaults(builder => builder
            .AddTransientHttpErrorPolicy(policy => policy.RetryAsync(3))
            .AddHttpMessageHandler(() => own)
            .AddHttpMessageHandler(() => new DerivedResilienceHandler()));
        services.OnStub(services.Collection.AddGainsightClient("emea", Acme));
        services.Wire.Answer(HttpStatusCode.ServiceUnavailable, "{}");

        await ((Func<Task>)(() => services.Provider.GetRequiredKeyedService<GainsightClient>("emea").CheckConnectionAsync())).Should().ThrowAsync<GainsightApiException>();

        services.Wire.Sent.Should().ContainSingle();
        own.Calls.Should().Be(1);
        services.LogIds.Count(id => id == 500).Should().Be(2, "one entry for each handler");
    }

    [Fact]
    public async Task They_stay_when_the_application_says_so()
    {
        using var services = new Services();
        services.Collection.ConfigureHttpClientDefaults(builder => builder.AddStandardResilienceHandler(WithoutDelay));
        services.OnStub(services.Collection.AddGainsightClient("kept", Acme)).KeepResilienceHandlers().Should().NotBeNull();
        services.OnStub(services.Collection.AddGainsightClient("not-kept", Acme));
        services.Wire.Answer(HttpStatusCode.ServiceUnavailable, "{}");

        await ((Func<Task>)(() => services.Provider.GetRequiredKeyedService<GainsightClient>("kept").CheckConnectionAsync())).Should().ThrowAsync<GainsightApiException>();
        var kept = services.Wire.Sent.Count;
        await ((Func<Task>)(() => services.Provider.GetRequiredKeyedService<GainsightClient>("not-kept").CheckConnectionAsync())).Should().ThrowAsync<GainsightApiException>();

        kept.Should().Be(4);
        services.Wire.Sent.Should().HaveCount(5);
        services.LogIds.Count(id => id == 500).Should().Be(1);
    }

    [Theory]
    [InlineData(false, 4, "the built-in retries remain")]
    [InlineData(true, 6, "they replace the built-in retries and do not multiply them")]
    public async Task They_never_multiply_the_built_in_retries(bool keep, int expected, string because)
    {
        using var services = new Services();
        services.Clock.StartJumping();
        services.Collection.ConfigureHttpClientDefaults(builder => builder.AddStandardResilienceHandler(options =>
        {
            WithoutDelay(options);
            options.Retry.MaxRetryAttempts = 5;
        }));
        var client = services.OnStub(services.Collection.AddGainsightClient(options =>
            (options.Tenant, options.Credential) = ("acme", new AccessKeyCredential("key"))));
        if (keep)
        {
            client.KeepResilienceHandlers();
        }

        services.Wire.Answer(HttpStatusCode.ServiceUnavailable, "{}");

        await ((Func<Task>)(() => services.Client.CheckConnectionAsync())).Should().ThrowAsync<GainsightApiException>();

        services.Wire.Sent.Should().HaveCount(expected, because);
    }

    private static void WithoutDelay(HttpStandardResilienceOptions options) => options.Retry.Delay = TimeSpan.Zero;

    private static void Acme(GainsightClientOptions options)
    {
        (options.Tenant, options.Credential) = ("acme", new AccessKeyCredential("key"));
        options.Retry.MaxRetries = 0;
    }

    private sealed class DerivedResilienceHandler() : ResilienceHandler(ResiliencePipeline<HttpResponseMessage>.Empty);

    private sealed class OwnHandler : DelegatingHandler
    {
        public int Calls { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
