using System.Runtime.CompilerServices;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests.Throttling;

public sealed class QuotaLedgerClockTests
{
    [Fact]
    public void The_first_call_goes_alone_and_the_others_wait_for_its_answer()
    {
        using LedgerFixture quota = new(learnt: false);
        var first = quota.TakeNow();
        Task<QuotaLedger.Permit>[] others = [.. Enumerable.Range(0, 3).Select(_ => quota.Take()), quota.Take(LedgerFixture.Other)];
        others.Should().OnlyContain(task => !task.IsCompleted);

        quota.Answer(first);

        others.Should().OnlyContain(task => task.IsCompletedSuccessfully);
    }

    [Fact]
    public void The_others_wait_two_seconds_at_most_even_when_they_may_not_wait_for_quota()
    {
        using LedgerFixture quota = new(learnt: false);
        quota.TakeNow();
        var other = quota.Take(maxWait: TimeSpan.Zero);

        quota.Clock.Advance(TimeSpan.FromSeconds(2) - TimeSpan.FromTicks(1));
        other.IsCompleted.Should().BeFalse();
        quota.Clock.Advance(TimeSpan.FromTicks(1));

        other.IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public void When_the_first_call_gets_no_answer_the_next_goes_alone()
    {
        using LedgerFixture quota = new(learnt: false);
        var first = quota.TakeNow();
        Task<QuotaLedger.Permit>[] others = [.. Enumerable.Range(0, 3).Select(_ => quota.Take())];

        quota.Ledger.Unanswered(first);

        others.Select(task => task.IsCompleted).Should().Equal(true, false, false);
    }

    [Fact]
    public void As_long_as_the_servers_clock_is_unknown_a_window_opens_five_seconds_late()
    {
        using LedgerFixture quota = new(learnt: false);
        quota.TakeNow();
        quota.Clock.Advance(TimeSpan.FromSeconds(2));
        for (var i = 0; i < 9; i++)
        {
            quota.TakeNow();
        }

        var eleventh = quota.Take();
        quota.NextMinute();
        quota.Clock.Advance(TimeSpan.FromSeconds(5) - TimeSpan.FromTicks(1));
        eleventh.IsCompleted.Should().BeFalse();
        quota.Clock.Advance(TimeSpan.FromTicks(1));
        eleventh.IsCompleted.Should().BeFalse("the calls of the old window have not been answered and may arrive in the new one");
    }

    [Fact]
    public void A_clock_that_is_set_forward_is_known_until_a_call_that_is_sent_afterwards_is_answered()
    {
        using LedgerFixture quota = new();
        var underWay = quota.TakeNow(LedgerFixture.Other);
        quota.Clock.Advance(TimeSpan.FromMinutes(1));
        quota.Ledger.ClockWasSet.Should().BeFalse("time only went by");

        quota.Clock.Set(quota.Now.AddHours(1));
        quota.Ledger.ClockWasSet.Should().BeTrue();
        quota.Answer(underWay);
        quota.Ledger.ClockWasSet.Should().BeTrue("the call was sent before, so its answer does not tell the new difference");
        quota.Answer(quota.TakeNow(LedgerFixture.Other));
        quota.Ledger.ClockWasSet.Should().BeFalse();

        quota.Clock.Set(quota.Now.AddMilliseconds(900));
        quota.Ledger.ClockWasSet.Should().BeFalse("clocks are corrected all the time");
        quota.Clock.Set(quota.Now.AddHours(-2));
        quota.Ledger.ClockWasSet.Should().BeFalse("the ledger's time does not go back");
    }

    [Fact]
    public void With_answers_without_a_date_the_local_clock_is_used()
    {
        using LedgerFixture quota = new(learnt: false);
        quota.Ledger.Answered(quota.TakeNow(), date: null);
        for (var i = 0; i < 9; i++)
        {
            quota.Ledger.Answered(quota.TakeNow(), date: null);
        }

        var eleventh = quota.Take();
        quota.NextMinute();

        eleventh.IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public void The_window_opens_by_the_servers_clock()
    {
        using LedgerFixture quota = new(learnt: false);
        quota.Ledger.Answered(quota.TakeNow(), quota.Now + TimeSpan.FromSeconds(7));
        for (var i = 0; i < 9; i++)
        {
            quota.Ledger.Answered(quota.TakeNow(), quota.Now + TimeSpan.FromSeconds(7));
        }

        var eleventh = quota.Take();
        quota.Clock.Advance(TimeSpan.FromSeconds(23) - TimeSpan.FromTicks(1));
        eleventh.IsCompleted.Should().BeFalse();
        quota.Clock.Advance(TimeSpan.FromTicks(1));

        eleventh.IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public void A_call_under_way_when_a_window_ends_counts_in_the_next_until_its_date_shows_otherwise()
    {
        using LedgerFixture quota = new();
        QuotaLedger.Permit slow = quota.TakeNow(), slower = quota.TakeNow();
        var sent = quota.Now;
        quota.NextMinute();
        quota.Window("minute").Used.Should().Be(2);

        quota.Ledger.Answered(slow, sent);
        quota.Window("minute").Used.Should().Be(1, "its date lies in the window before");
        quota.Ledger.Answered(slower, quota.Now);
        quota.Window("minute").Used.Should().Be(1, "it may have arrived in this window");
    }

    [Fact]
    public void The_remaining_quota_is_reported_per_window()
    {
        using LedgerFixture quota = new();
        quota.Use(2);
        quota.Use(1, LedgerFixture.Rare);
        quota.TakeNow();
        quota.Refuse(quota.TakeNow(LedgerFixture.Other));
        quota.Take(LedgerFixture.Other, RequestLane.Bulk);

        var snapshot = quota.Ledger.Snapshot(quota.Options);

        var minute = snapshot.Windows.Single(window => window.Name == "minute");
        minute.Should().Be(new QuotaWindowStatus("minute", 10, 4, new DateTimeOffset(2026, 6, 4, 12, 1, 0, TimeSpan.Zero)) { Length = TimeSpan.FromMinutes(1) });
        minute.Remaining.Should().Be(6);
        snapshot.Windows.Single(window => window.Name == "rare-hour").Used.Should().Be(1);
        snapshot.Windows.Single(window => window.Name == "other-minute").Remaining.Should().Be(0);
        snapshot.Windows.Select(window => window.Name).Should().OnlyHaveUniqueItems().And.Contain(["sync-minute", "sync-day"]);
        snapshot.ClosedBuckets.Should().Equal(new Dictionary<string, DateTimeOffset> { [LedgerFixture.Other] = minute.ResetsAt });
        (snapshot.WaitingInteractive, snapshot.WaitingBulk).Should().Be((0, 1));
    }

    [Fact]
    public void The_remaining_quota_follows_the_clients_share()
    {
        using LedgerFixture quota = new();
        quota.Use(7);

        var half = quota.Window("minute", LedgerFixture.With(share: 0.5));

        (half.Limit, half.Used, half.Remaining).Should().Be((5, 5, 0));
    }

    [Theory]
    [InlineData(100, 0.29, 29)]
    [InlineData(10, 0.7, 7)]
    [InlineData(100, 0.999, 99)]
    public void A_share_is_rounded_down_but_not_by_binary_fractions(int limit, double share, int expected)
    {
        using LedgerFixture quota = new();
        QuotaOptions options = new() { Share = share };
        options.SetLimit("users-hour", limit);

        quota.Window("users-hour", options).Limit.Should().Be(expected);
    }

    [Fact]
    public void Clients_of_a_host_share_a_ledger_and_clients_of_another_host_or_clock_do_not()
    {
        using VirtualClock clock = new(), other = new();

        var ledger = LedgerRegistry.Of(clock).Rent("acme.gainsightcloud.com");

        LedgerRegistry.Of(clock).Rent("ACME.gainsightcloud.com").Should().BeSameAs(ledger);
        LedgerRegistry.Of(clock).Rent("zeta.gainsightcloud.com").Should().NotBeSameAs(ledger);
        LedgerRegistry.Of(other).Rent("acme.gainsightcloud.com").Should().NotBeSameAs(ledger);
    }

    [Fact]
    public void The_ledgers_of_a_clock_are_collected_with_it()
    {
        var clock = UseAndForget();

        for (var i = 0; i < 10 && clock.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        clock.IsAlive.Should().BeFalse();

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference UseAndForget()
        {
            using VirtualClock clock = new();
            var ledger = LedgerRegistry.Of(clock).Rent("acme.gainsightcloud.com");
            var bucket = ledger.Buckets(new QuotaOptions())[QuotaBuckets.Async];
            for (var i = 0; i < 11; i++)
            {
                _ = ledger.AcquireAsync(bucket, RequestLane.Bulk, TimeSpan.FromDays(365), CancellationToken.None).AsTask();
            }

            return new WeakReference(clock);
        }
    }

    [Fact]
    public async Task An_immediate_permit_allocates_nothing()
    {
        using LedgerFixture quota = new();
        var bucket = quota.Ledger.Buckets(new QuotaOptions())[QuotaBuckets.SuccessPlans];
        quota.Ledger.Answered(await quota.Ledger.AcquireAsync(bucket, RequestLane.Bulk, LedgerFixture.Hour, CancellationToken.None), quota.Now);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            quota.Ledger.Answered(await quota.Ledger.AcquireAsync(bucket, RequestLane.Bulk, LedgerFixture.Hour, CancellationToken.None), quota.Now);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(1_000);
    }
}
