namespace Gainsight.Client.Tests.Throttling;

/// <summary>Several hosts that count their calls in one store.</summary>
public sealed class SharedQuotaTests
{
    [Fact]
    public void Hosts_together_make_the_calls_of_one_limit()
    {
        using SharedFixture quota = new(hosts: 3);

        quota.Use(0, 40, RequestLane.Interactive).Should().Be(40);
        quota.Use(1, 40, RequestLane.Interactive).Should().Be(40);
        quota.Use(2, 40).Should().Be(20);
        quota.Use(0, 40).Should().Be(0);

        quota.Snapshot(1).Mode.Should().Be(QuotaMode.Shared);
        quota.NextMinute();
        quota.Use(2, 200).Should().Be(100);
    }

    [Fact]
    public void Interactive_calls_take_one_permit_each()
    {
        using SharedFixture quota = new(hosts: 2);

        quota.Use(0, 10, RequestLane.Interactive);

        quota.Stores[0].Requests.Should().HaveCount(10).And.OnlyContain(request => request.Wanted == 1);
    }

    [Fact]
    public void Bulk_calls_take_blocks_that_grow_while_they_are_used_up_quickly()
    {
        using SharedFixture quota = new(hosts: 2);

        quota.Use(0, 100);

        quota.Stores[0].Requests.Should().HaveCountLessThanOrEqualTo(10);
        quota.Stores[0].Requests.Max(request => request.Wanted).Should().Be(20, "no host takes more than a fifth of a limit at once");
    }

    [Fact]
    public void Bulk_calls_that_are_slow_do_not_take_more_than_wait()
    {
        using SharedFixture quota = new(hosts: 1);
        for (var i = 0; i < 6; i++)
        {
            quota.Use(0, 1);
            quota.Clock.Advance(TimeSpan.FromSeconds(8));
        }

        quota.Stores[0].Requests.Where(request => request.Wanted > 0).Should().HaveCount(6).And.OnlyContain(request => request.Wanted == 1);
    }

    [Fact]
    public void Permits_that_nobody_uses_are_given_back_before_the_window_ends()
    {
        using SharedFixture quota = new(hosts: 2);
        quota.Use(0, 70);
        quota.Use(1, 100).Should().BeLessThan(30, "the first host holds some");

        quota.Clock.Advance(TimeSpan.FromSeconds(2));

        quota.Use(1, 100);
        quota.Snapshot(1).Windows.Single(window => window.Name == "minute").Remaining.Should().Be(0);
        quota.NextMinute();
        quota.Snapshot(1).Windows.Single(window => window.Name == "day").Used.Should().Be(100);
    }

    [Fact]
    public void A_call_that_waits_gets_a_permit_that_another_host_gives_back()
    {
        using SharedFixture quota = new(hosts: 2);
        quota.Use(0, 70);
        quota.Use(1, 100);
        var waiting = quota.Take(1);
        waiting.IsCompleted.Should().BeFalse();

        quota.Clock.Advance(TimeSpan.FromSeconds(2));

        waiting.IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public void A_client_that_is_disposed_gives_its_block_back()
    {
        using SharedFixture quota = new(hosts: 2);
        var used = quota.Use(0, 70);

        _ = quota.End(0);

        quota.Use(1, 100).Should().Be(100 - used);
    }

    [Fact]
    public async Task The_end_of_a_client_is_known_when_the_store_has_counted_what_it_gave_back()
    {
        using SharedFixture quota = new(hosts: 1);
        quota.Use(0, 12);
        quota.Stores[0].IsSlow = true;

        var givenBack = quota.End(0);

        givenBack.IsCompleted.Should().BeFalse("the store has not answered");
        quota.Stores[0].AnswerAll();
        await givenBack.WaitAsync(TimeSpan.FromSeconds(30));
        quota.Stores[0].Requests[^1].Should().Match<QuotaRequest>(request => request.Wanted == 0 && request.Claims.Any(claim => claim.Held > 0));
    }

    [Fact]
    public async Task The_end_of_a_client_waits_for_a_block_that_is_on_its_way_and_gives_it_back()
    {
        using SharedFixture quota = new(hosts: 2);
        quota.Stores[0].IsSlow = true;
        using CancellationTokenSource cancellation = new();
        var taken = quota.Take(0, token: cancellation.Token);
        await cancellation.CancelAsync();

        var givenBack = quota.End(0);

        givenBack.IsCompleted.Should().BeFalse();
        quota.Stores[0].IsSlow = false;
        quota.Stores[0].AnswerAll();
        await givenBack.WaitAsync(TimeSpan.FromSeconds(30));
        taken.IsCanceled.Should().BeTrue();
        quota.Use(1, 200).Should().Be(100);
    }

    [Fact]
    public void A_client_that_is_made_while_the_last_one_ends_keeps_what_the_host_holds()
    {
        using SharedFixture quota = new(hosts: 2);
        quota.Use(0, 12);
        quota.Hosts[0].Suspend();
        quota.Hosts[0].Resume();
        quota.Stores[0].Requests.Clear();

        quota.Hosts[0].GiveBack().IsCompletedSuccessfully.Should().BeTrue();

        quota.Stores[0].Requests.Should().BeEmpty();
        quota.Refuse(1, quota.Take(1));
        quota.Snapshot(0).ClosedBuckets.Should().ContainKey(SharedFixture.Main, "the host still listens");
    }

    [Fact]
    public async Task The_end_of_a_client_does_not_wait_for_a_store_that_does_not_answer()
    {
        using SharedFixture quota = new(hosts: 1);
        quota.Use(0, 12);
        quota.Stores[0].IsSlow = true;

        var givenBack = quota.End(0);
        quota.Clock.Advance(TimeSpan.FromSeconds(5));

        await givenBack.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task The_lanes_take_turns_in_a_block()
    {
        using SharedFixture quota = new(hosts: 2);
        quota.Use(0, 100);
        Task<QuotaLedger.Permit>[] bulk = [.. Enumerable.Range(0, 150).Select(_ => quota.Take(1, RequestLane.Bulk))];
        Task<QuotaLedger.Permit>[] single = [.. Enumerable.Range(0, 10).Select(_ => quota.Take(1, RequestLane.Interactive))];
        quota.Stores[1].IsSlow = true;
        quota.NextMinute();

        quota.Stores[1].AnswerAll();

        await Task.WhenAll(single).WaitAsync(TimeSpan.FromSeconds(30));
        quota.Stores[1].Requests[^1].Wanted.Should().Be(20);
    }

    [Fact]
    public void A_refusal_closes_the_bucket_on_every_host_at_once_and_without_a_request()
    {
        using SharedFixture quota = new(hosts: 2);
        quota.Use(1, 5);
        var requests = quota.Stores[1].Requests.Count;

        var opensAt = quota.Refuse(0, quota.Take(0));

        quota.Snapshot(1).ClosedBuckets.Should().ContainSingle().Which.Should().Be(new KeyValuePair<string, DateTimeOffset>(SharedFixture.Main, opensAt));
        quota.Take(1).IsCompleted.Should().BeFalse();
        quota.Stores[1].Requests.Should().HaveCount(requests);
    }

    [Fact]
    public void A_host_that_starts_later_learns_of_a_closure_with_its_first_block()
    {
        using SharedFixture quota = new(hosts: 1);
        quota.Refuse(0, quota.Take(0));
        QuotaLedger late = new(new HostClock(quota.Clock), tenant: SharedFixture.Tenant, store: new ObservedStore(quota.Memory));

        late.AcquireAsync(late.Buckets(quota.Options)[SharedFixture.Main], RequestLane.Bulk, TimeSpan.FromHours(1), default).AsTask().IsCompleted.Should().BeFalse();

        late.Snapshot(quota.Options).ClosedBuckets.Should().ContainKey(SharedFixture.Main);
    }

    [Fact]
    public void Windows_that_buckets_share_are_counted_once_for_each_call()
    {
        using SharedFixture quota = new(hosts: 2);
        quota.Use(0, 7);
        quota.Use(0, 4, bucket: SharedFixture.Rare);
        quota.Clock.Advance(TimeSpan.FromSeconds(3));
        quota.Use(1, 20, bucket: SharedFixture.Rare).Should().Be(6);
        quota.Clock.Advance(TimeSpan.FromSeconds(3));

        quota.Use(1, 1);
        quota.Snapshot(1).Windows.Single(window => window.Name == "day").Used.Should().Be(18);
    }

    [Fact]
    public void A_share_counts_for_all_hosts_together_and_leaves_the_rest_to_clients_with_a_larger_one()
    {
        using SharedFixture quota = new(hosts: 2);
        var half = SharedFixture.With(share: 0.5);

        quota.Use(0, 100, options: half).Should().Be(50);
        quota.Use(1, 100, options: half).Should().Be(0);
        quota.Use(1, 100).Should().Be(50);

        quota.Log.Collector.GetSnapshot().Should().BeEmpty("shares may differ");
    }

    [Fact]
    public void The_smaller_of_different_limits_holds_and_is_logged_once()
    {
        using SharedFixture quota = new(hosts: 2);
        quota.Use(1, 1, options: SharedFixture.With(limit: 60));

        quota.Use(0, 100).Should().Be(59);
        quota.NextMinute();
        quota.Use(0, 100).Should().Be(60);

        quota.Log.Collector.GetSnapshot().Should().ContainSingle().Which.Message.Should().Contain("minute").And.Contain("60").And.Contain("100");
    }

    [Fact]
    public void Tenants_do_not_share_counts()
    {
        using SharedFixture quota = new(hosts: 1);
        quota.Use(0, 100);
        QuotaLedger other = new(new HostClock(quota.Clock), tenant: "globex.gainsightcloud.com", store: quota.Stores[0]);

        other.AcquireAsync(other.Buckets(quota.Options)[SharedFixture.Main], RequestLane.Bulk, TimeSpan.Zero, default).AsTask().IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public async Task A_permit_that_comes_after_its_call_was_cancelled_serves_the_next_one()
    {
        using SharedFixture quota = new(hosts: 1);
        using CancellationTokenSource cancellation = new();
        quota.Stores[0].IsSlow = true;
        var cancelled = quota.Take(0, RequestLane.Interactive, token: cancellation.Token);
        await cancellation.CancelAsync();
        var next = quota.Take(0, RequestLane.Interactive);

        quota.Stores[0].AnswerAll();

        await next.WaitAsync(TimeSpan.FromSeconds(30));
        cancelled.IsCanceled.Should().BeTrue();
        quota.Stores[0].Requests.Should().ContainSingle();
    }

    [Fact]
    public void A_store_that_contradicts_itself_is_not_asked_without_a_pause()
    {
        using SharedFixture quota = new(hosts: 0);
        LyingStore store = new();
        QuotaLedger host = new(new HostClock(quota.Clock), tenant: SharedFixture.Tenant, store: store);

        host.AcquireAsync(host.Buckets(quota.Options)[SharedFixture.Main], RequestLane.Bulk, TimeSpan.FromHours(1), default).AsTask().IsCompleted.Should().BeFalse();
        quota.Clock.Advance(TimeSpan.FromSeconds(5));

        store.Asked.Should().Be(6);
    }

    [Fact]
    public async Task A_store_whose_memory_changes_with_every_answer_is_not_asked_without_a_pause()
    {
        using SharedFixture quota = new(hosts: 0);
        ForgetfulStore store = new();
        QuotaLedger host = new(new HostClock(quota.Clock), tenant: SharedFixture.Tenant, store: store);
        host.Answered(await Take(), quota.Clock.GetUtcNow());

        var waiting = Take();
        quota.Clock.Advance(TimeSpan.FromSeconds(5));

        waiting.IsCompleted.Should().BeFalse();
        store.Asked.Should().BeLessThan(15);

        Task<QuotaLedger.Permit> Take() =>
            host.AcquireAsync(host.Buckets(quota.Options)[SharedFixture.Main], RequestLane.Bulk, TimeSpan.FromHours(1), default).AsTask();
    }

    [Fact]
    public void Without_a_store_the_snapshot_says_that_the_process_counts_alone()
    {
        using LedgerFixture quota = new();

        quota.Ledger.Snapshot(quota.Options).Mode.Should().Be(QuotaMode.Alone);
    }

    /// <summary>Two servers behind one address, for example.</summary>
    private sealed class ForgetfulStore : IQuotaStore
    {
        public int Asked { get; private set; }

        public ValueTask<QuotaGrant> TakeAsync(QuotaRequest request, CancellationToken cancellationToken)
        {
            Asked++;
            return Asked > 1_000
                ? ValueTask.FromException<QuotaGrant>(new QuotaStoreException("It was asked a thousand times."))
                : new(new QuotaGrant(Asked, request.Epoch == 0 ? [.. request.Claims.Select(claim => new QuotaCharge(1, 1, claim.Limit))] : []));
        }

        public ValueTask CloseAsync(string tenant, string bucket, DateTimeOffset until, TimeSpan duration, CancellationToken cancellationToken) => default;

        public ValueTask<IAsyncDisposable> ListenAsync(string tenant, Action<QuotaNotice> listener, CancellationToken cancellationToken) =>
            ValueTask.FromException<IAsyncDisposable>(new NotSupportedException());
    }

    /// <summary>Says that there is room, and grants nothing.</summary>
    private sealed class LyingStore : IQuotaStore
    {
        public int Asked { get; private set; }

        public ValueTask<QuotaGrant> TakeAsync(QuotaRequest request, CancellationToken cancellationToken)
        {
            Asked++;
            return new(new QuotaGrant(1, [.. request.Claims.Select(claim => new QuotaCharge(0, 0, claim.Limit))]));
        }

        public ValueTask CloseAsync(string tenant, string bucket, DateTimeOffset until, TimeSpan duration, CancellationToken cancellationToken) => default;

        public ValueTask<IAsyncDisposable> ListenAsync(string tenant, Action<QuotaNotice> listener, CancellationToken cancellationToken) =>
            ValueTask.FromException<IAsyncDisposable>(new NotSupportedException());
    }
}
