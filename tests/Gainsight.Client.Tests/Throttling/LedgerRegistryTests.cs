using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests.Throttling;

/// <summary>How long the ledgers of tenants without clients are kept. The bucket has a single window of ten seconds.</summary>
public sealed class LedgerRegistryTests : IDisposable
{
    private readonly VirtualClock _clock = new();
    private readonly QuotaOptions _options = new() { Buckets = { ["short"] = [new("ten-seconds", TimeSpan.FromSeconds(10), 100)] } };
    private readonly LedgerRegistry _registry;

    public LedgerRegistryTests() => _registry = new(_clock);

    public void Dispose() => _clock.Dispose();

    [Fact]
    public void A_ledger_without_calls_is_forgotten_with_its_last_client()
    {
        var ledger = _registry.Rent("acme.gainsightcloud.com");
        _registry.Rent("ACME.gainsightcloud.com").Should().BeSameAs(ledger);

        ledger.Release();
        _registry.Count.Should().Be(1, "another client uses it");
        ledger.Release();

        _registry.Count.Should().Be(0);
    }

    [Fact]
    public void A_ledger_whose_calls_count_is_kept_for_a_tenant_that_comes_back()
    {
        var ledger = _registry.Rent("acme.gainsightcloud.com");
        Call(ledger);
        ledger.Release();

        _registry.Rent("acme.gainsightcloud.com").Should().BeSameAs(ledger);
    }

    [Fact]
    public void A_ledger_with_a_call_on_the_way_is_kept()
    {
        var ledger = _registry.Rent("acme.gainsightcloud.com");
        _ = Take(ledger);
        ledger.Release();

        _clock.Advance(TimeSpan.FromHours(1));
        _ = _registry.Rent("globex.gainsightcloud.com");

        _registry.Count.Should().Be(2);
    }

    [Fact]
    public void A_ledger_with_a_closed_bucket_is_kept_until_it_opens()
    {
        var ledger = _registry.Rent("acme.gainsightcloud.com");
        _clock.Advance(TimeSpan.FromSeconds(58));
        ledger.Refused(Take(ledger), _clock.GetUtcNow(), TimeSpan.FromSeconds(9));
        ledger.Release();

        _clock.Advance(TimeSpan.FromSeconds(8));
        _ = _registry.Rent("globex.gainsightcloud.com");
        _registry.Count.Should().Be(2, "the window of the call has ended, but the bucket is closed");
        _clock.Advance(TimeSpan.FromMinutes(1));
        _ = _registry.Rent("initech.gainsightcloud.com");

        _registry.Count.Should().Be(2);
    }

    [Fact]
    public void Ledgers_whose_calls_no_longer_count_are_looked_for_once_a_minute_when_a_tenant_comes()
    {
        var ledger = _registry.Rent("acme.gainsightcloud.com");
        Call(ledger);
        ledger.Release();

        _clock.Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
        _ = _registry.Rent("globex.gainsightcloud.com");
        _registry.Count.Should().Be(2);
        _clock.Advance(TimeSpan.FromTicks(1));
        _ = _registry.Rent("initech.gainsightcloud.com");

        _registry.Count.Should().Be(2, "the first one was forgotten");
    }

    [Fact]
    public void A_ledger_without_clients_gives_its_permits_back_and_a_new_client_holds_blocks_again()
    {
        ObservedStore store = new(new InMemoryQuotaStore(_clock));
        var ledger = _registry.Rent("acme.gainsightcloud.com", store);
        Call(ledger);
        for (var i = 0; i < 12; i++)
        {
            Call(ledger, RequestLane.Bulk);
        }

        store.Requests.Should().NotContain(request => request.Wanted == 0);
        ledger.Release();
        store.Requests[^1].Wanted.Should().Be(0);

        _registry.Rent("acme.gainsightcloud.com", store).Should().BeSameAs(ledger);
        store.Requests.Clear();
        for (var i = 0; i < 12; i++)
        {
            Call(ledger, RequestLane.Bulk);
        }

        store.Requests.Should().HaveCountLessThan(12).And.OnlyContain(request => request.Wanted > 0);
    }

    private QuotaLedger.Permit Take(QuotaLedger ledger, RequestLane lane = RequestLane.Interactive)
    {
        var taken = ledger.AcquireAsync(ledger.Buckets(_options)["short"], lane, TimeSpan.Zero, default).AsTask();
        taken.IsCompletedSuccessfully.Should().BeTrue();
        return taken.GetAwaiter().GetResult();
    }

    private void Call(QuotaLedger ledger, RequestLane lane = RequestLane.Interactive) => ledger.Answered(Take(ledger, lane), _clock.GetUtcNow());
}
