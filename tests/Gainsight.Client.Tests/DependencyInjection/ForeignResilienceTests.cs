using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;

namespace Gainsight.Client.Tests.DependencyInjection;

/// <summary>Resilience handlers that an application adds to all its clients.</summary>
public sealed class ForeignResilienceTests
{
    [Fact]
    public async Task They_are_removed_from_this_client_only_and_that_is_logged_once()
    {
        using var services = new Services();
        services.Collection.ConfigureHttpClientDefaults(builder => builder.AddHttpMessageHandler(() => new ResilienceHandler()));
        services.OnStub(services.Collection.AddGainsightClient(Acme));
        services.Collection.AddHttpClient("other").ConfigurePrimaryHttpMessageHandler(() => services.Wire);
        services.Wire.Answer(HttpStatusCode.ServiceUnavailable, "{}");

        await ((Func<Task>)(() => services.Client.CheckConnectionAsync())).Should().ThrowAsync<GainsightApiException>();
        var ours = services.Wire.Sent.Count;
        services.Provider.GetRequiredService<IGainsightClientFactory>().Create(string.Empty).Should().BeSameAs(services.Client);
        using var other = services.Provider.GetRequiredService<IHttpClientFactory>().CreateClient("other");
        await other.GetAsync(new Uri("https://other.example"));

        ours.Should().Be(1);
        services.Wire.Sent.Should().HaveCount(3, "the other client keeps its handler");
        services.Logs.Entries.Should().ContainSingle(entry => entry.Id == 500).Which.Should()
            .Match<(int Id, LogLevel Level, string Text)>(entry => entry.Level == LogLevel.Warning && entry.Text.Contains(nameof(ResilienceHandler)));
    }

    [Fact]
    public async Task Handlers_of_the_older_package_and_derived_ones_are_removed_too_and_others_stay()
    {
        using var services = new Services();
        var own = new OwnHandler();
        services.Collection.ConfigureHttpClientDefaults(builder => builder
            .AddHttpMessageHandler(() => new PolicyHttpMessageHandler())
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
    public async Task The_handler_of_the_packages_first_versions_is_removed_too()
    {
        using var services = new Services();
        services.Collection.ConfigureHttpClientDefaults(builder => builder
            .AddHttpMessageHandler(() => new Microsoft.Extensions.Http.Resilience.Internal.ResilienceHandler()));
        services.OnStub(services.Collection.AddGainsightClient(Acme));
        services.Wire.Answer(HttpStatusCode.ServiceUnavailable, "{}");

        await ((Func<Task>)(() => services.Client.CheckConnectionAsync())).Should().ThrowAsync<GainsightApiException>();

        services.Wire.Sent.Should().ContainSingle();
        services.LogIds.Count(id => id == 500).Should().Be(1);
    }

    [Fact]
    public async Task They_stay_when_the_application_says_so()
    {
        using var services = new Services();
        services.Collection.ConfigureHttpClientDefaults(builder => builder.AddHttpMessageHandler(() => new ResilienceHandler()));
        services.OnStub(services.Collection.AddGainsightClient("kept", Acme)).KeepResilienceHandlers().Should().NotBeNull();
        services.OnStub(services.Collection.AddGainsightClient("not-kept", Acme));
        services.Wire.Answer(HttpStatusCode.ServiceUnavailable, "{}");

        await ((Func<Task>)(() => services.Provider.GetRequiredKeyedService<GainsightClient>("kept").CheckConnectionAsync())).Should().ThrowAsync<GainsightApiException>();
        var kept = services.Wire.Sent.Count;
        await ((Func<Task>)(() => services.Provider.GetRequiredKeyedService<GainsightClient>("not-kept").CheckConnectionAsync())).Should().ThrowAsync<GainsightApiException>();

        kept.Should().Be(2);
        services.Wire.Sent.Should().HaveCount(3);
        services.LogIds.Count(id => id == 500).Should().Be(1);
    }

    private static void Acme(GainsightClientOptions options)
    {
        (options.Tenant, options.Credential) = ("acme", new AccessKeyCredential("key"));
        options.Retry.MaxRetries = 0;
    }

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
