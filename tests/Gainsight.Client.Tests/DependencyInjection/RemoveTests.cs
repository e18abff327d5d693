using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gainsight.Client.Tests.DependencyInjection;

/// <summary>Tenants that come and go.</summary>
public sealed class RemoveTests
{
    private const int Tenants = 100;

    [Fact]
    public async Task A_removed_client_is_built_again_from_its_options_and_the_old_one_refuses_calls()
    {
        using var services = Factory(out var factory);
        var old = factory.Create("t1");
        await old.CheckConnectionAsync();

        factory.Remove("t1").Should().BeTrue();

        await ((Func<Task>)(() => old.CheckConnectionAsync())).Should().ThrowAsync<ObjectDisposedException>();
        var again = factory.Create("t1");
        again.Should().NotBeSameAs(old);
        await again.CheckConnectionAsync();
        services.Wire.Sent.Should().HaveCount(2);
    }

    [Fact]
    public async Task The_calls_of_a_removed_client_still_count_when_the_tenant_comes_back()
    {
        using var services = Factory(out var factory);
        await factory.Create("t1").CheckConnectionAsync();

        factory.Remove("t1");

        factory.Create("t1").Quota.Windows.Single(window => window.Name == "sync-minute").Used.Should().Be(1);
    }

    [Fact]
    public async Task Nothing_stays_of_tenants_that_left_once_their_windows_have_ended()
    {
        using var services = Factory(out var factory);
        var ledgers = LedgerRegistry.Of(services.Clock);
        var chains = 0;
        services.Collection.AddHttpClient("Gainsight.Client").AddHttpMessageHandler(() =>
        {
            chains++;
            return new PassHandler();
        });

        for (var i = 0; i < Tenants; i++)
        {
            await factory.Create($"t{i}").CheckConnectionAsync();
            factory.Remove($"t{i}").Should().BeTrue();
        }

        ledgers.Count.Should().Be(Tenants, "their calls count until the day ends");
        services.Clock.Advance(TimeSpan.FromDays(2));
        factory.Create("another");

        ledgers.Count.Should().Be(1);
        chains.Should().BeLessThanOrEqualTo(1, "clients whose names are known only at run time share a chain");
    }

    [Fact]
    public void A_tenant_that_leaves_without_a_call_leaves_nothing()
    {
        using var services = Factory(out var factory);
        for (var i = 0; i < Tenants; i++)
        {
            factory.Create($"t{i}");
            factory.Remove($"t{i}");
        }

        LedgerRegistry.Of(services.Clock).Count.Should().Be(0);
    }

    [Fact]
    public void A_removed_client_is_collected()
    {
        using var services = Factory(out var factory);
        var client = UseAndRemove(factory);

        for (var i = 0; i < 10 && client.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        client.IsAlive.Should().BeFalse();

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference UseAndRemove(IGainsightClientFactory factory)
        {
            var client = factory.Create("t1");
            factory.Remove("t1");
            return new WeakReference(client);
        }
    }

    [Fact]
    public void A_name_without_a_client_is_not_removed()
    {
        using var services = Factory(out var factory);

        factory.Remove("t1").Should().BeFalse();
        factory.Create("t1");
        factory.Remove("t1").Should().BeTrue();
        factory.Remove("t1").Should().BeFalse();
        ((Action)(() => factory.Remove(null!))).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void A_client_that_the_container_registered_cannot_be_removed()
    {
        using var services = new Services().AnswerAll();
        services.Collection.AddGainsightClient(options => (options.Tenant, options.Credential) = ("acme", new AccessKeyCredential("key")));
        services.Collection.AddGainsightClient("emea", options => (options.Tenant, options.Credential) = ("emea", new AccessKeyCredential("key")));
        var factory = services.Provider.GetRequiredService<IGainsightClientFactory>();

        ((Action)(() => factory.Remove("emea"))).Should().Throw<InvalidOperationException>().WithMessage("*'emea' was registered with AddGainsightClient*");
        ((Action)(() => factory.Remove(Options.DefaultName))).Should().Throw<InvalidOperationException>().WithMessage("The Gainsight client was registered with AddGainsightClient*");
        services.Client.Should().NotBeNull();
    }

    [Fact]
    public void Clients_that_are_created_and_removed_at_the_same_time_leave_no_ledger()
    {
        using var services = Factory(out _);
        var factory = services.Provider.GetRequiredService<IGainsightClientFactory>();

        Parallel.For(0, 200, i =>
        {
            factory.Create($"t{i % 3}");
            factory.Remove($"t{(i + 1) % 3}");
        });
        for (var i = 0; i < 3; i++)
        {
            factory.Remove($"t{i}");
        }

        LedgerRegistry.Of(services.Clock).Count.Should().Be(0);
    }

    private static Services Factory(out IGainsightClientFactory factory)
    {
        var services = new Services().AnswerAll();
        services.OnStub(services.Collection.AddGainsightClientFactory());
        services.Collection.AddSingleton<IConfigureOptions<GainsightClientOptions>>(new TenantDirectory());
        factory = new LateFactory(services);
        return services;
    }

    /// <summary>Builds the container at the first call, so that a test can still add to it.</summary>
    private sealed class LateFactory(Services services) : IGainsightClientFactory
    {
        private IGainsightClientFactory Factory => services.Provider.GetRequiredService<IGainsightClientFactory>();

        public GainsightClient Create(string name) => Factory.Create(name);

        public bool Remove(string name) => Factory.Remove(name);
    }

    private sealed class TenantDirectory : IConfigureNamedOptions<GainsightClientOptions>
    {
        public void Configure(GainsightClientOptions options)
        {
        }

        public void Configure(string? name, GainsightClientOptions options) => (options.Tenant, options.Credential) = (name, new AccessKeyCredential("key"));
    }

    private sealed class PassHandler : DelegatingHandler;
}
