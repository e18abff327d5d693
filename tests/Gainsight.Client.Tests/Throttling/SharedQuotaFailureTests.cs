using Microsoft.Extensions.Logging;

namespace Gainsight.Client.Tests.Throttling;

/// <summary>What hosts do when their store is away, slow, or has lost its memory.</summary>
public sealed class SharedQuotaFailureTests
{
    [Fact]
    public async Task Calls_wait_for_a_store_that_is_away_and_go_on_when_it_is_back()
    {
        using SharedFixture quota = new(hosts: 2);
        Switch(quota, isAway: true);
        var waiting = quota.Take(0);
        quota.Clock.Advance(TimeSpan.FromMinutes(3));
        waiting.IsCompleted.Should().BeFalse();
        quota.Snapshot(0).Mode.Should().Be(QuotaMode.Waiting);

        Switch(quota, isAway: false);
        quota.Clock.Advance(TimeSpan.FromSeconds(1));

        quota.Answer(0, waiting);
        await waiting;
        quota.Snapshot(0).Mode.Should().Be(QuotaMode.Shared);
        quota.Log.Collector.GetSnapshot().Select(record => record.Id.Id).Should().Equal(310, 311);
        quota.Log.Collector.GetSnapshot()[0].Message.Should().Contain("It is switched off. Switch it on.");
    }

    [Fact]
    public async Task A_call_that_does_not_want_to_wait_for_the_store_fails_and_says_what_to_do()
    {
        using SharedFixture quota = new(hosts: 1);
        Switch(quota, isAway: true);
        var patient = quota.Take(0, maxWait: TimeSpan.FromSeconds(10));
        var lessPatient = quota.Take(0, maxWait: TimeSpan.FromSeconds(5));
        var impatient = quota.Take(0, maxWait: TimeSpan.Zero);

        (await FluentActions.Awaiting(() => impatient).Should().ThrowAsync<GainsightQuotaExceededException>()).WithMessage("*quota store*Quota.ShareWithoutStore*");
        quota.Clock.Advance(TimeSpan.FromSeconds(5));
        lessPatient.IsFaulted.Should().BeTrue();
        patient.IsCompleted.Should().BeFalse();
        quota.Clock.Advance(TimeSpan.FromSeconds(5));
        await FluentActions.Awaiting(() => patient).Should().ThrowAsync<GainsightQuotaExceededException>();
    }

    [Fact]
    public void The_permits_that_a_host_holds_are_good_while_the_store_is_away()
    {
        using SharedFixture quota = new(hosts: 2);
        quota.Use(0, 12);
        var held = quota.Stores[0].Requests.Where(request => request.Wanted > 0).Sum(request => request.Wanted) - 12;
        Switch(quota, isAway: true);

        quota.Use(0, 100).Should().Be(held).And.BePositive();
    }

    [Fact]
    public void The_permits_that_a_host_holds_are_good_as_long_as_the_store_is_away_and_are_counted_once()
    {
        using SharedFixture quota = new(hosts: 2);
        quota.Use(0, 12);
        var held = quota.Stores[0].Requests.Where(request => request.Wanted > 0).Sum(request => request.Wanted) - 12;
        Switch(quota, isAway: true);
        _ = quota.Take(0, bucket: SharedFixture.Rare, maxWait: TimeSpan.Zero);
        quota.Snapshot(0).Mode.Should().Be(QuotaMode.Waiting);

        quota.Clock.Advance(TimeSpan.FromSeconds(5));
        quota.Use(0, 100).Should().Be(held).And.BePositive();

        Switch(quota, isAway: false);
        quota.Clock.Advance(TimeSpan.FromSeconds(1));
        quota.Use(1, 200).Should().Be(100 - 12 - held);
    }

    [Fact]
    public void Permits_that_were_given_back_without_an_answer_are_not_used()
    {
        using SharedFixture quota = new(hosts: 1);
        quota.Use(0, 12);
        Switch(quota, isAway: true);

        quota.Clock.Advance(TimeSpan.FromSeconds(2));

        quota.Use(0, 100).Should().Be(0, "the store may have counted them before it went away");
    }

    [Fact]
    public void A_logger_that_throws_does_not_keep_the_store_from_being_asked_again()
    {
        using SharedFixture quota = new(hosts: 0);
        ObservedStore store = new(quota.Memory) { IsAway = true };
        QuotaLedger host = new(new HostClock(quota.Clock), tenant: SharedFixture.Tenant, store: store, logger: new BrokenLogger());
        var waiting = host.AcquireAsync(host.Buckets(quota.Options)[SharedFixture.Main], RequestLane.Interactive, TimeSpan.FromHours(1), default).AsTask();

        store.IsAway = false;
        quota.Clock.Advance(TimeSpan.FromSeconds(1));

        waiting.IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public async Task What_a_store_says_after_it_did_not_answer_is_logged_once()
    {
        using SharedFixture quota = new(hosts: 1);
        quota.Stores[0].IsSlow = true;
        var impatient = quota.Take(0, maxWait: TimeSpan.FromSeconds(1));
        quota.Clock.Advance(TimeSpan.FromSeconds(2));
        await FluentActions.Awaiting(() => impatient.WaitAsync(TimeSpan.FromSeconds(30))).Should().ThrowAsync<GainsightQuotaExceededException>();
        quota.Snapshot(0).Mode.Should().Be(QuotaMode.Waiting);

        (quota.Stores[0].IsSlow, quota.Stores[0].IsAway) = (false, true);
        _ = quota.Take(0);
        quota.Clock.Advance(TimeSpan.FromSeconds(5));

        quota.Log.Collector.GetSnapshot().Select(record => record.Message).Should().SatisfyRespectively(
            first => first.Should().Contain("It did not answer within 2 seconds."),
            second => second.Should().Contain("It is switched off. Switch it on."));
    }

    [Fact]
    public void With_a_share_of_their_own_hosts_go_on_from_the_next_minute_and_are_never_over()
    {
        using SharedFixture quota = new(hosts: 4);
        var options = SharedFixture.With(shareWithoutStore: 0.25);
        var first = Enumerable.Range(0, 4).Sum(host => quota.Use(host, host * 10, RequestLane.Interactive, options: options));
        Switch(quota, isAway: true);

        first += Enumerable.Range(0, 4).Sum(host => quota.Use(host, 100, options: options));
        first.Should().Be(60, "in this minute, other hosts may have the rest");
        for (var minute = 0; minute < 3; minute++)
        {
            quota.NextMinute();
            int[] used = [.. Enumerable.Range(0, 4).Select(host => quota.Use(host, 100, options: options))];
            used.Should().Equal(25, 25, 25, 25);
        }

        quota.Snapshot(0, options).Mode.Should().Be(QuotaMode.OwnShare);
        Switch(quota, isAway: false);
        quota.Clock.Advance(TimeSpan.FromSeconds(1));
        quota.Use(2, 100, options: options).Should().Be(0, "the hosts have reported their calls");
        quota.Snapshot(2, options).Windows.Single(window => window.Name == "day").Used.Should().Be(360);
        quota.NextMinute();
        quota.Clock.Advance(TimeSpan.FromSeconds(20));
        quota.Use(2, 200, options: options).Should().Be(100, "every host had its turn");
    }

    [Fact]
    public void A_store_that_lost_its_memory_grants_nothing_for_two_seconds_while_hosts_report()
    {
        using SharedFixture quota = new(hosts: 3);
        quota.Use(0, 30, RequestLane.Interactive);
        quota.Use(1, 30, RequestLane.Interactive);

        quota.Memory.Forget();
        var waiting = quota.Take(2);
        quota.Snapshot(2).Mode.Should().Be(QuotaMode.Reporting);
        quota.Clock.Advance(TimeSpan.FromSeconds(2) - TimeSpan.FromTicks(1));
        waiting.IsCompleted.Should().BeFalse();
        quota.Clock.Advance(TimeSpan.FromTicks(1));

        quota.Answer(2, waiting);
        (1 + quota.Use(2, 200)).Should().Be(40);
        quota.Snapshot(2).Mode.Should().Be(QuotaMode.Shared);
        quota.Log.Collector.GetSnapshot().Select(record => record.Id.Id).Should().NotBeEmpty().And.AllBeEquivalentTo(312);
    }

    [Fact]
    public void After_a_loss_of_memory_a_host_does_not_use_permits_that_it_has_not_reported()
    {
        using SharedFixture quota = new(hosts: 2);
        quota.Use(0, 12);

        quota.Memory.Forget();

        quota.Use(0, 1).Should().Be(0);
        quota.Clock.Advance(TimeSpan.FromSeconds(2));
        (quota.Use(0, 200) + quota.Use(1, 200)).Should().Be(88);
    }

    [Fact]
    public void After_a_loss_of_memory_the_calls_of_a_host_that_ended_count_as_far_as_another_host_knows_of_them()
    {
        using SharedFixture quota = new(hosts: 3);
        quota.Use(0, 30, RequestLane.Interactive);
        quota.Use(1, 20, RequestLane.Interactive);
        _ = quota.End(0);

        quota.Memory.Forget();
        quota.Clock.Advance(TimeSpan.FromSeconds(2));

        quota.Use(2, 200).Should().Be(50);
        quota.NextMinute();
        quota.Use(2, 1);
        quota.Snapshot(2).Windows.Single(window => window.Name == "day").Used.Should().Be(101);
        quota.Stores[1].Requests.Where(request => request.Claims.Any(claim => claim.Known > 0)).Should().ContainSingle("it is reported once");
    }

    [Fact]
    public void What_is_known_of_a_host_that_ended_survives_a_second_loss_of_memory_before_and_after_it_is_reported()
    {
        using SharedFixture quota = new(hosts: 3);
        quota.Use(0, 30, RequestLane.Interactive);
        quota.Use(1, 20, RequestLane.Interactive);
        _ = quota.End(0);
        Switch(quota, isAway: true);
        quota.Memory.Forget();
        quota.Memory.Forget();
        Switch(quota, isAway: false);
        quota.Clock.Advance(TimeSpan.FromSeconds(3));

        quota.Memory.Forget();
        quota.Clock.Advance(TimeSpan.FromSeconds(2));

        quota.Use(2, 200).Should().Be(50);
    }

    [Fact]
    public void After_a_loss_of_memory_the_calls_that_hosts_made_while_the_store_was_away_count_in_addition()
    {
        using SharedFixture quota = new(hosts: 3);
        var options = SharedFixture.With(shareWithoutStore: 0.25);
        for (var host = 0; host < 3; host++)
        {
            quota.Use(host, 10, RequestLane.Interactive, options: options);
        }

        _ = quota.End(0);
        Switch(quota, isAway: true);
        (quota.Use(1, 1, options: options) + quota.Use(2, 1, options: options)).Should().Be(0, "others may have what is left of this minute");
        quota.NextMinute();
        (quota.Use(1, 100, options: options) + quota.Use(2, 100, options: options)).Should().Be(50);

        quota.Memory.Forget();
        Switch(quota, isAway: false);
        quota.Clock.Advance(TimeSpan.FromSeconds(4));

        quota.Use(2, 1, RequestLane.Interactive, options: options);
        quota.Snapshot(2, options).Windows.Single(window => window.Name == "day").Used.Should().Be(81);
    }

    [Fact]
    public void A_store_that_does_not_answer_counts_as_away_after_two_seconds()
    {
        using SharedFixture quota = new(hosts: 1);
        quota.Stores[0].IsSlow = true;
        _ = quota.Take(0);

        quota.Clock.NextTimer.Should().Be(quota.Clock.GetUtcNow() + TimeSpan.FromSeconds(2));
    }

    /// <summary>The clock runs all timers that are due, so a timer that is set again and again for the same time has no end.</summary>
    [Fact]
    public async Task A_host_does_not_spin_while_a_store_that_was_away_does_not_answer()
    {
        using SharedFixture quota = new(hosts: 1);
        Switch(quota, isAway: true);
        var waiting = quota.Take(0);
        Switch(quota, isAway: false);
        quota.Stores[0].IsSlow = true;

        await Task.Run(() => quota.Clock.Advance(TimeSpan.FromSeconds(1.5))).WaitAsync(TimeSpan.FromSeconds(30));

        waiting.IsCompleted.Should().BeFalse();
        quota.Clock.NextTimer.Should().Be(quota.Clock.GetUtcNow() + TimeSpan.FromSeconds(1.5), "the store has two seconds for its answer");
    }

    [Fact]
    public void An_idle_host_asks_a_store_that_is_away_until_it_is_back()
    {
        using SharedFixture quota = new(hosts: 1);
        quota.Use(0, 12);
        Switch(quota, isAway: true);
        quota.Clock.Advance(TimeSpan.FromSeconds(2));
        quota.Snapshot(0).Mode.Should().Be(QuotaMode.Waiting);

        Switch(quota, isAway: false);
        quota.Clock.Advance(TimeSpan.FromSeconds(1));

        quota.Snapshot(0).Mode.Should().Be(QuotaMode.Shared);
        quota.Clock.NextTimer.Should().BeNull("there is nothing left to do");
    }

    [Fact]
    public void A_host_without_clients_does_not_ask_a_store_that_is_away()
    {
        using SharedFixture quota = new(hosts: 1);
        quota.Use(0, 12);
        Switch(quota, isAway: true);

        _ = quota.End(0);

        quota.Clock.NextTimer.Should().BeNull();
    }

    private static void Switch(SharedFixture quota, bool isAway) => quota.Stores.ForEach(store => store.IsAway = isAway);

    private sealed class BrokenLogger : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            throw new InvalidOperationException("The disk of the log is full.");
    }
}
