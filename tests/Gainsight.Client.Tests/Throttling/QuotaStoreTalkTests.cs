using Gainsight.Client.TestSupport;
using Microsoft.Extensions.Logging.Testing;

namespace Gainsight.Client.Tests.Throttling;

/// <summary>What a host says to a store, and what it makes of the answers, of broken stores as well.</summary>
public sealed class QuotaStoreTalkTests : IDisposable
{
    private readonly VirtualClock _clock = new();
    private readonly FakeLogger _log = new();
    private readonly TalkingStore _store = new();
    private readonly QuotaOptions _options = SharedFixture.With();

    public void Dispose() => _clock.Dispose();

    [Theory]
    [InlineData(0, "2 claims with 0 charges")]
    [InlineData(3, "2 claims with 3 charges")]
    public void A_store_that_answers_with_too_few_or_too_many_counts_is_away_and_is_asked_again(int charges, string expected)
    {
        _store.Charge = _ => [.. Enumerable.Repeat(new QuotaCharge(1, 1, 100), charges)];
        var host = Host();
        var waiting = Take(host);
        waiting.IsCompleted.Should().BeFalse();
        Messages().Should().Contain(message => message.Contains(expected));

        _store.Charge = null;
        _clock.Advance(TimeSpan.FromSeconds(1));

        waiting.IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public void A_store_that_throws_is_away_and_the_log_has_the_type_of_the_exception_and_not_its_text()
    {
        _store.Charge = _ => throw new InvalidOperationException("password=hunter2");

        Take(Host()).IsCompleted.Should().BeFalse();

        Messages().Should().ContainSingle(message => message.Contains("It failed with InvalidOperationException.") && message.Contains("Quota.ShareWithoutStore"))
            .Which.Should().NotContain("hunter2");
    }

    [Fact]
    public async Task A_call_that_does_not_want_to_wait_for_the_store_learns_when_the_store_is_asked_again()
    {
        _store.Charge = _ => throw new QuotaStoreException("It is switched off.");
        var host = Host();
        _ = Take(host);

        var exceeded = await FluentActions.Awaiting(() => Take(host, TimeSpan.Zero)).Should().ThrowAsync<GainsightQuotaExceededException>();

        exceeded.Which.RetryAt.Should().Be(_clock.GetUtcNow().AddSeconds(1));
        exceeded.Which.Window.Should().Be("minute");
    }

    [Fact]
    public void A_host_that_cannot_listen_logs_why_and_tries_again_a_minute_later()
    {
        _store.Listen = () => throw new QuotaStoreException("It has no channels.");
        var host = Host();

        Take(host).IsCompletedSuccessfully.Should().BeTrue();
        _clock.Advance(TimeSpan.FromSeconds(59));
        Take(host).IsCompletedSuccessfully.Should().BeTrue();
        _store.Listens.Should().Be(1);
        _clock.Advance(TimeSpan.FromSeconds(1));
        _store.Listen = () => throw new InvalidOperationException("password=hunter2");
        Take(host).IsCompletedSuccessfully.Should().BeTrue();

        _store.Listens.Should().Be(2);
        Messages().Should().HaveCount(2);
        Messages()[0].Should().Contain("It has no channels.");
        Messages()[1].Should().Contain("It failed with InvalidOperationException.").And.NotContain("hunter2");
    }

    [Fact]
    public async Task A_host_that_could_not_listen_while_the_store_was_away_listens_when_it_is_back()
    {
        _store.Listen = () => throw new QuotaStoreException("It is switched off.");
        _store.Charge = _ => throw new QuotaStoreException("It is switched off.");
        var host = Host();
        var waiting = Take(host);
        (_store.Listen, _store.Charge) = (null, null);
        _clock.Advance(TimeSpan.FromSeconds(1));
        waiting.IsCompletedSuccessfully.Should().BeTrue();

        host.Answered(await waiting, _clock.GetUtcNow());
        Take(host).IsCompletedSuccessfully.Should().BeTrue();

        _store.Listens.Should().Be(2);
    }

    [Fact]
    public void A_host_without_clients_stops_listening_and_listens_again_with_the_next_client()
    {
        var host = Host();
        Take(host);
        _store.Listens.Should().Be(1);

        host.Suspend();
        _ = host.GiveBack();
        _store.Ended.Should().Be(1);

        host.Resume();
        Take(host);
        _store.Listens.Should().Be(2);
    }

    [Fact]
    public async Task Listening_that_starts_after_the_last_client_ended_is_ended()
    {
        TaskCompletionSource<IAsyncDisposable> late = new();
        _store.Listen = () => late.Task;
        var host = Host();
        var waiting = Take(host);
        host.Suspend();
        _ = host.GiveBack();

        late.SetResult(new TalkingStore.Listening(_store));
        await waiting.WaitAsync(TimeSpan.FromSeconds(30));

        _store.Ended.Should().Be(1);
    }

    [Fact]
    public void A_refusal_is_told_with_its_end_and_the_time_until_then()
    {
        var host = Host();
        var opensAt = host.Refused(TakeNow(host), _clock.GetUtcNow(), TimeSpan.FromSeconds(20));

        _store.Closures.Should().ContainSingle();
        _store.Closures[0].Bucket.Should().Be(SharedFixture.Main);
        _store.Closures[0].Duration.Should().Be(TimeSpan.FromSeconds(20));
        opensAt.Should().Be(_clock.GetUtcNow().AddSeconds(20));
    }

    [Fact]
    public void A_refusal_that_does_not_reach_the_store_is_told_again_when_the_store_is_back()
    {
        var host = Host();
        var permit = TakeNow(host);
        _store.Close = () => throw new QuotaStoreException("It is switched off.");
        var opensAt = host.Refused(permit, _clock.GetUtcNow(), TimeSpan.FromSeconds(20));
        _store.Closures.Should().BeEmpty();

        _store.Close = null;
        _clock.Advance(TimeSpan.FromSeconds(1));

        _store.Closures.Should().ContainSingle();
        _store.Closures[0].Until.Should().BeOnOrBefore(opensAt).And.BeAfter(opensAt.AddSeconds(-1));
        _store.Closures[0].Duration.Should().Be(TimeSpan.FromSeconds(19));
    }

    [Fact]
    public void Refusals_of_calls_that_ran_at_once_are_told_once_with_the_last_end()
    {
        var host = Host();
        QuotaLedger.Permit[] permits = [TakeNow(host), TakeNow(host), TakeNow(host)];
        _store.Close = () => throw new QuotaStoreException("It is switched off.");
        host.Refused(permits[0], _clock.GetUtcNow(), TimeSpan.FromSeconds(20));
        host.Refused(permits[1], _clock.GetUtcNow(), TimeSpan.FromSeconds(25));
        host.Refused(permits[2], _clock.GetUtcNow(), TimeSpan.FromSeconds(22));

        _store.Close = null;
        _clock.Advance(TimeSpan.FromSeconds(1));

        _store.Closures.Should().ContainSingle().Which.Duration.Should().Be(TimeSpan.FromSeconds(24));
    }

    [Fact]
    public void A_refusal_that_has_ended_when_the_store_is_back_is_not_told()
    {
        var host = Host();
        var permit = TakeNow(host);
        _store.Close = () => throw new QuotaStoreException("It is switched off.");
        host.Refused(permit, _clock.GetUtcNow(), TimeSpan.FromSeconds(20));
        _clock.Advance(TimeSpan.FromSeconds(19.5));

        _store.Close = null;
        _clock.Advance(TimeSpan.FromSeconds(2));

        _store.Closures.Should().BeEmpty();
    }

    [Fact]
    public async Task Listening_that_starts_after_its_time_limit_is_ended()
    {
        TaskCompletionSource<IAsyncDisposable> late = new();
        _store.Listen = () => late.Task;
        var waiting = Take(Host());
        _clock.Advance(TimeSpan.FromSeconds(2));
        await waiting.WaitAsync(TimeSpan.FromSeconds(30));

        late.SetResult(new TalkingStore.Listening(_store));

        await _store.FirstEnd.WaitAsync(TimeSpan.FromSeconds(30));
        _store.Ended.Should().Be(1);
    }

    [Fact]
    public void A_closure_of_another_host_lasts_no_longer_than_the_longest_window()
    {
        var host = Host();
        Take(host);

        _store.Tell(new(QuotaNoticeKind.Closed, SharedFixture.Main, _clock.GetUtcNow().AddDays(400)));

        host.Snapshot(_options).ClosedBuckets[SharedFixture.Main].Should().Be(_clock.GetUtcNow().AddDays(1));
    }

    [Fact]
    public void A_host_that_hears_nothing_reports_its_calls_when_an_answer_shows_that_the_store_lost_its_memory()
    {
        InMemoryQuotaStore memory = new(_clock);
        _store.Memory = memory;
        var host = Host();
        for (var i = 0; i < 30; i++)
        {
            host.Answered(TakeNow(host), _clock.GetUtcNow());
        }

        memory.Forget();
        _ = Take(host);
        _clock.Advance(TimeSpan.FromSeconds(3));

        QuotaLedger other = new(_clock, tenant: SharedFixture.Tenant, store: new ObservedStore(memory));
        Take(other).IsCompletedSuccessfully.Should().BeTrue();
        other.Snapshot(_options).Windows.Single(window => window.Name == "day").Used.Should().Be(32);
        Messages().Should().ContainSingle(message => message.Contains("lost", StringComparison.Ordinal) || message.Contains("memory", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(10, 4)]
    [InlineData(16, 2)]
    public void A_block_that_is_used_up_quickly_is_followed_by_a_larger_one_and_a_slow_one_by_a_smaller_one(int seconds, int next)
    {
        using SharedFixture quota = new(hosts: 1);
        quota.NextMinute();
        quota.Use(0, 7).Should().Be(7);
        quota.Stores[0].Requests.Select(request => request.Wanted).Should().Equal(1, 2, 4);

        quota.Clock.Advance(TimeSpan.FromSeconds(seconds));
        quota.Use(0, 1);

        quota.Stores[0].Requests[^1].Wanted.Should().Be(next);
    }

    [Fact]
    public void A_host_that_gave_a_block_back_starts_with_a_small_one()
    {
        using SharedFixture quota = new(hosts: 1);
        quota.NextMinute();
        quota.Use(0, 20);
        quota.Clock.Advance(TimeSpan.FromSeconds(2));
        quota.Stores[0].Requests[^1].Wanted.Should().Be(0);

        quota.Use(0, 1);

        quota.Stores[0].Requests[^1].Wanted.Should().Be(1);
    }

    [Fact]
    public void In_the_last_second_of_a_window_a_host_asks_for_a_permit_of_the_next_one_as_well()
    {
        using SharedFixture quota = new(hosts: 1);
        quota.NextMinute();
        quota.Clock.Advance(TimeSpan.FromSeconds(59) - TimeSpan.FromTicks(1));
        quota.Use(0, 1, RequestLane.Interactive);
        Minutes().Should().Be(1);
        quota.Clock.Advance(TimeSpan.FromTicks(2));

        quota.Use(0, 1, RequestLane.Interactive);

        Minutes().Should().Be(2, "the call may take a second to arrive");

        int Minutes() => quota.Stores[0].Requests[^1].Claims.Count(claim => claim.Window == "minute");
    }

    private QuotaLedger Host() => new(_clock, tenant: SharedFixture.Tenant, store: _store, logger: _log);

    private Task<QuotaLedger.Permit> Take(QuotaLedger host, TimeSpan? maxWait = null)
    {
        var taken = host.AcquireAsync(host.Buckets(_options)[SharedFixture.Main], RequestLane.Interactive, maxWait ?? TimeSpan.FromHours(1), default).AsTask();
        if (taken.IsCompletedSuccessfully && !host.KnowsServerTime)
        {
            // The first call goes alone until its answer told the server's clock.
            host.Answered(taken.GetAwaiter().GetResult(), _clock.GetUtcNow());
        }

        return taken;
    }

    private QuotaLedger.Permit TakeNow(QuotaLedger host) => Take(host).GetAwaiter().GetResult();

    private List<string> Messages() => [.. _log.Collector.GetSnapshot().Select(record => record.Message)];
}
