using Gainsight.Client.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace Gainsight.Client.Tests.DependencyInjection;

/// <summary>Quota stores of clients in a container.</summary>
public sealed class QuotaStoreTests
{
    [Fact]
    public async Task Each_client_has_the_store_of_its_builder()
    {
        using var services = new Services().AnswerAll();
        DisposableStore store = new(services.Clock);
        services.OnStub(services.Collection.AddGainsightClient("emea", options => Acme(options, "emea"))).UseQuotaStore(_ => store);
        services.OnStub(services.Collection.AddGainsightClient("amer", options => Acme(options, "amer")));

        var emea = services.Provider.GetRequiredKeyedService<GainsightClient>("emea");
        var amer = services.Provider.GetRequiredKeyedService<GainsightClient>("amer");
        await emea.CheckConnectionAsync();
        await amer.CheckConnectionAsync();

        emea.Quota.Mode.Should().Be(QuotaMode.Shared);
        amer.Quota.Mode.Should().Be(QuotaMode.Alone);
        store.Tenants.Should().OnlyContain(tenant => tenant == "emea.gainsightcloud.com").And.NotBeEmpty();
    }

    [Fact]
    public async Task The_store_of_the_factory_serves_clients_of_names_known_only_at_run_time()
    {
        using var services = new Services().AnswerAll();
        services.OnStub(services.Collection.AddGainsightClientFactory()).UseQuotaStore(_ => new InMemoryQuotaStore(services.Clock));
        services.Collection.Configure<GainsightClientOptions>("x", options => Acme(options, "x"));

        var client = services.Provider.GetRequiredService<IGainsightClientFactory>().Create("x");
        await client.CheckConnectionAsync();

        client.Quota.Mode.Should().Be(QuotaMode.Shared);
    }

    [Fact]
    public async Task The_container_disposes_the_store_after_the_clients_which_give_their_permits_back()
    {
        using var services = new Services().AnswerAll();
        DisposableStore store = new(services.Clock);
        services.OnStub(services.Collection.AddGainsightClient(options => Acme(options, "acme"))).UseQuotaStore(_ => store);
        await services.Client.CheckConnectionAsync();

        services.Dispose();

        store.IsDisposed.Should().BeTrue();
        store.AskedAfterDisposal.Should().BeFalse();
    }

    [Fact]
    public async Task Asynchronous_disposal_of_the_container_waits_until_the_permits_are_given_back_and_then_disposes_the_store()
    {
        using var services = new Services().AnswerAll();
        DisposableStore store = new(services.Clock);
        services.OnStub(services.Collection.AddGainsightClient(options => Acme(options, "acme"))).UseQuotaStore(_ => store);
        await services.Client.CheckConnectionAsync();
        TaskCompletionSource gate = new();
        store.Gate = gate.Task;
        using CancellationTokenSource cancellation = new();
        var call = services.Client.CheckConnectionAsync(cancellation.Token);
        await cancellation.CancelAsync();
        await FluentActions.Awaiting(() => call).Should().ThrowAsync<OperationCanceledException>();

        var disposal = services.Provider.DisposeAsync().AsTask();

        store.IsDisposed.Should().BeFalse("the answer with a permit is on its way");
        gate.SetResult();
        await disposal.WaitAsync(TimeSpan.FromSeconds(30));
        store.IsDisposed.Should().BeTrue();
        store.AskedAfterDisposal.Should().BeFalse();
        store.LastWanted.Should().Be(0, "the permit was given back");
    }

    [Fact]
    public async Task A_client_that_is_disposed_twice_waits_both_times()
    {
        using VirtualClock clock = new();
        using StubHandler wire = new();
        DisposableStore store = new(clock);
        GainsightClient gainsight = new(new GainsightClientOptions { Tenant = "acme", Credential = new AccessKeyCredential("k"), TimeProvider = clock, Quota = { Store = store }, PrimaryHandler = wire });
        TaskCompletionSource gate = new();
        store.Gate = gate.Task;
        using CancellationTokenSource cancellation = new();
        var call = gainsight.CheckConnectionAsync(cancellation.Token);
        await cancellation.CancelAsync();
        await FluentActions.Awaiting(() => call).Should().ThrowAsync<OperationCanceledException>();

        ((IDisposable)gainsight).Dispose();
        var disposal = gainsight.DisposeAsync().AsTask();

        disposal.IsCompleted.Should().BeFalse();
        gate.SetResult();
        await disposal.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void A_second_store_and_a_store_for_another_http_client_are_refused()
    {
        using var services = new Services();
        var gainsight = services.Collection.AddGainsightClient(options => Acme(options, "acme")).UseQuotaStore(_ => new InMemoryQuotaStore());

        FluentActions.Invoking(() => gainsight.UseQuotaStore(_ => new InMemoryQuotaStore())).Should().Throw<ArgumentException>().WithMessage("*already has a quota store. Keep one*");
        FluentActions.Invoking(() => services.Collection.AddHttpClient("other").UseQuotaStore(_ => new InMemoryQuotaStore()))
            .Should().Throw<ArgumentException>().WithMessage("*'other' is not a Gainsight client*AddGainsightClient*");
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_share_without_the_store_that_is_no_part_is_refused(double share) =>
        FluentActions.Invoking(() => new GainsightClient(new GainsightClientOptions { Tenant = "acme", Credential = new AccessKeyCredential("k"), Quota = { ShareWithoutStore = share } }))
            .Should().Throw<ArgumentException>().WithMessage("*Quota.ShareWithoutStore*");

    private static void Acme(GainsightClientOptions options, string tenant) => (options.Tenant, options.Credential) = (tenant, new AccessKeyCredential("k"));

    private sealed class DisposableStore(TimeProvider time) : IQuotaStore, IDisposable
    {
        private readonly InMemoryQuotaStore _store = new(time);

        public List<string> Tenants { get; } = [];

        public bool IsDisposed { get; private set; }

        public int LastWanted { get; private set; }

        /// <summary>The store answers when this has ended.</summary>
        public Task Gate { get; set; } = Task.CompletedTask;

        public bool AskedAfterDisposal { get; private set; }

        public async ValueTask<QuotaGrant> TakeAsync(QuotaRequest request, CancellationToken cancellationToken)
        {
            AskedAfterDisposal |= IsDisposed;
            Tenants.Add(request.Tenant);
            LastWanted = request.Wanted;
            await Gate;
            return await _store.TakeAsync(request, cancellationToken);
        }

        public ValueTask CloseAsync(string tenant, string bucket, DateTimeOffset until, TimeSpan duration, CancellationToken cancellationToken) =>
            _store.CloseAsync(tenant, bucket, until, duration, cancellationToken);

        public ValueTask<IAsyncDisposable> ListenAsync(string tenant, Action<QuotaNotice> listener, CancellationToken cancellationToken) =>
            _store.ListenAsync(tenant, listener, cancellationToken);

        public void Dispose() => IsDisposed = true;
    }
}
