using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gainsight.Client.Tests.DependencyInjection;

/// <summary>The clients of a container and their lifetimes.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public async Task One_client_serves_every_scope()
    {
        using var services = new Services().AnswerAll();
        services.OnStub(services.Collection.AddGainsightClient(Acme));
        using var one = services.Provider.CreateScope();
        using var other = services.Provider.CreateScope();

        one.ServiceProvider.GetRequiredService<GainsightClient>().Should().BeSameAs(services.Client)
            .And.BeSameAs(other.ServiceProvider.GetRequiredService<GainsightClient>())
            .And.BeSameAs(services.Provider.GetRequiredService<IGainsightClientFactory>().Create(Options.DefaultName));
        one.Dispose();
        await services.Client.CheckConnectionAsync();

        services.Wire.Sent.Should().ContainSingle().Which.Address.Host.Should().Be("acme.gainsightcloud.com");
        services.Logs.Records.Should().NotBeEmpty("the container's loggers are used");
    }

    [Fact]
    public async Task Keyed_clients_have_their_own_tenants_and_chains()
    {
        using var services = new Services().AnswerAll();
        using var emea = new StubHandler();
        emea.Answer(StubHandler.Envelope("[]"));
        services.Collection.AddGainsightClient("emea", options => (options.Tenant, options.Credential) = ("emea", new AccessKeyCredential("e")))
            .ConfigurePrimaryHttpMessageHandler(() => emea);
        services.OnStub(services.Collection.AddGainsightClient("amer", options => (options.Tenant, options.Credential) = ("amer", new AccessKeyCredential("a"))));

        await services.Provider.GetRequiredKeyedService<GainsightClient>("emea").CheckConnectionAsync();
        await services.Provider.GetRequiredKeyedService<GainsightClient>("amer").CheckConnectionAsync();

        emea.Sent.Should().ContainSingle().Which.Address.Host.Should().Be("emea.gainsightcloud.com");
        services.Wire.Sent.Should().ContainSingle().Which.Address.Host.Should().Be("amer.gainsightcloud.com");
        services.Provider.GetService<GainsightClient>().Should().BeNull("no client without a key is registered");
        services.Provider.GetRequiredKeyedService<GainsightClient>("emea").Should()
            .BeSameAs(services.Provider.GetRequiredService<IGainsightClientFactory>().Create("emea"));
    }

    [Fact]
    public async Task Clients_of_names_known_only_at_run_time_share_the_default_chain()
    {
        using var services = new Services().AnswerAll();
        services.OnStub(services.Collection.AddGainsightClientFactory());
        services.Collection.Configure<GainsightClientOptions>("x", options => (options.Tenant, options.Credential) = ("x", new AccessKeyCredential("kx")));
        services.Collection.AddSingleton<IConfigureOptions<GainsightClientOptions>>(new TenantDirectory());
        var factory = services.Provider.GetRequiredService<IGainsightClientFactory>();

        await factory.Create("x").CheckConnectionAsync();
        await factory.Create("tenant-1").CheckConnectionAsync();
        await factory.Create("tenant-2").CheckConnectionAsync();

        services.Wire.Sent.Select(request => request.Address.Host).Should().Equal("x.gainsightcloud.com", "tenant-1.gainsightcloud.com", "tenant-2.gainsightcloud.com");
        services.KeysSent.Should().Equal("kx", "key-of-tenant-1", "key-of-tenant-2");
        factory.Create("tenant-1").Should().BeSameAs(factory.Create("tenant-1"));
        ((Action)(() => factory.Create("unknown"))).Should().Throw<ArgumentException>().WithMessage("*Credential is not set*Neither Tenant nor BaseAddress*");
        ((Action)(() => factory.Create(null!))).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Concurrent_callers_get_one_client()
    {
        using var services = new Services().AnswerAll();
        services.Collection.AddGainsightClientFactory();
        services.Collection.AddSingleton<IConfigureOptions<GainsightClientOptions>>(new TenantDirectory());
        var factory = services.Provider.GetRequiredService<IGainsightClientFactory>();
        var clients = new GainsightClient[16];

        Parallel.For(0, clients.Length, i => clients[i] = factory.Create("tenant-7"));

        clients.Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task Disposing_the_container_disposes_its_clients()
    {
        var services = new Services().AnswerAll();
        services.OnStub(services.Collection.AddGainsightClient(Acme));
        services.OnStub(services.Collection.AddGainsightClient("keyed", Acme));
        services.Collection.Configure<GainsightClientOptions>("x", Acme);
        GainsightClient[] clients =
        [
            services.Client,
            services.Provider.GetRequiredKeyedService<GainsightClient>("keyed"),
            services.Provider.GetRequiredService<IGainsightClientFactory>().Create("x"),
        ];

        await services.Provider.DisposeAsync();

        foreach (var client in clients)
        {
            await ((Func<Task>)(() => client.CheckConnectionAsync())).Should().ThrowAsync<ObjectDisposedException>();
        }

        services.Wire.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task Handlers_of_the_application_run_for_every_attempt()
    {
        using var services = new Services();
        var counter = new Counter();
        services.OnStub(services.Collection.AddGainsightClient(Acme)).AddHttpMessageHandler(() => counter);
        services.Clock.StartJumping();
        services.Wire.Answer(HttpStatusCode.ServiceUnavailable, "{}").Answer(HttpStatusCode.BadGateway, "{}").Answer(StubHandler.Envelope("[]"));

        await services.Client.CheckConnectionAsync();

        counter.Count.Should().Be(3);
        counter.Keys.Should().OnlyContain(key => key == "key", "they see the request as it leaves");
    }

    [Fact]
    public void A_primary_handler_that_follows_redirects_or_keeps_cookies_is_refused()
    {
        using var services = new Services().AnswerAll();
        services.Collection.AddGainsightClient(Acme).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler());

        ((Action)(() => _ = services.Client)).Should().Throw<ArgumentException>()
            .WithMessage("*follows redirects*AllowAutoRedirect*keeps cookies*UseCookies*");
    }

    [Fact]
    public void A_custom_primary_handler_without_them_is_accepted()
    {
        using var services = new Services().AnswerAll();
        services.Collection.AddGainsightClient(Acme)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

        services.Client.Should().NotBeNull();
    }

    [Fact]
    public async Task A_second_registration_adds_to_the_first_and_keeps_its_handlers()
    {
        using var services = new Services().AnswerAll();
        var counter = new Counter();
        services.OnStub(services.Collection.AddGainsightClient(Acme)).AddHttpMessageHandler(() => counter);
        services.Collection.AddGainsightClient(options => options.Quota.Share = 0.5);

        await services.Client.CheckConnectionAsync();

        counter.Count.Should().Be(1);
        services.Client.Quota.Windows.Single(window => window.Name == "sync-minute").Limit.Should().Be(50);
        services.Provider.GetServices<GainsightClient>().Should().ContainSingle();
    }

    [Fact]
    public void Mistakes_are_reported_at_registration()
    {
        var services = new ServiceCollection();

        ((Action)(() => services.AddGainsightClient(string.Empty, Acme))).Should().Throw<ArgumentException>();
        ((Action)(() => services.AddGainsightClient((Action<GainsightClientOptions>)null!))).Should().Throw<ArgumentNullException>();
        ((Action)(() => ((IServiceCollection)null!).AddGainsightClient(Acme))).Should().Throw<ArgumentNullException>();
    }

    private static void Acme(GainsightClientOptions options) => (options.Tenant, options.Credential) = ("acme", new AccessKeyCredential("key"));

    private sealed class TenantDirectory : IConfigureNamedOptions<GainsightClientOptions>
    {
        public void Configure(GainsightClientOptions options)
        {
        }

        public void Configure(string? name, GainsightClientOptions options)
        {
            if (name?.StartsWith("tenant-", StringComparison.Ordinal) == true)
            {
                (options.Tenant, options.Credential) = (name, new AccessKeyCredential($"key-of-{name}"));
            }
        }
    }

    private sealed class Counter : DelegatingHandler
    {
        public int Count { get; private set; }

        public List<string> Keys { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            Keys.Add(request.Headers.GetValues("Accesskey").Single());
            return base.SendAsync(request, cancellationToken);
        }
    }
}
