namespace Gainsight.Client.Tests.Throttling;

public sealed class QuotaLedgerClosureTests
{
    [Fact]
    public void A_refusal_closes_the_bucket_for_all_callers_until_its_shortest_window_opens()
    {
        using LedgerFixture quota = new();
        var opensAt = quota.Refuse(quota.TakeNow());
        var mine = quota.Take();
        var others = quota.Take(options: LedgerFixture.With(share: 0.5));

        opensAt.Should().Be(new DateTimeOffset(2026, 6, 4, 12, 1, 0, TimeSpan.Zero));
        quota.Clock.AdvanceTo(opensAt - TimeSpan.FromTicks(1));
        mine.IsCompleted.Should().BeFalse();
        others.IsCompleted.Should().BeFalse();
        quota.Clock.AdvanceTo(opensAt);
        mine.IsCompleted.Should().BeTrue();
    }

    [Fact]
    public async Task After_a_closure_one_call_goes_alone_and_the_others_follow_its_answer()
    {
        using LedgerFixture quota = new();
        quota.Refuse(quota.TakeNow());
        Task<QuotaLedger.Permit>[] waiting = [.. Enumerable.Range(0, 5).Select(_ => quota.Take())];

        quota.NextMinute();
        waiting.Count(task => task.IsCompleted).Should().Be(1);
        quota.Answer(await waiting[0]);

        waiting.Should().OnlyContain(task => task.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_tenant_whose_quota_others_use_up_costs_one_refused_call_a_window()
    {
        using LedgerFixture quota = new();
        quota.Refuse(quota.TakeNow());
        Task<QuotaLedger.Permit>[] waiting = [.. Enumerable.Range(0, 20).Select(_ => quota.Take())];
        for (var window = 1; window <= 5; window++)
        {
            quota.NextMinute();
            waiting.Count(task => task.IsCompleted).Should().Be(window);
            quota.Refuse(await waiting[window - 1]);
        }
    }

    [Fact]
    public async Task After_a_trial_without_an_answer_the_next_call_is_the_trial()
    {
        using LedgerFixture quota = new();
        quota.Refuse(quota.TakeNow());
        Task<QuotaLedger.Permit>[] waiting = [.. Enumerable.Range(0, 5).Select(_ => quota.Take())];
        quota.NextMinute();

        quota.Ledger.Unanswered(await waiting[0]);

        waiting.Count(task => task.IsCompleted).Should().Be(2);
    }

    [Fact]
    public void A_trial_that_is_not_refused_within_two_seconds_counts_as_admitted()
    {
        using LedgerFixture quota = new();
        quota.Refuse(quota.TakeNow());
        Task<QuotaLedger.Permit>[] waiting = [.. Enumerable.Range(0, 5).Select(_ => quota.Take())];
        quota.NextMinute();

        quota.Clock.Advance(TimeSpan.FromSeconds(2));

        waiting.Should().OnlyContain(task => task.IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(300, 300)]
    [InlineData(0, 1)]
    [InlineData(-1, 1)]
    public void The_delay_of_the_server_has_priority_over_the_window_but_is_never_less_than_a_second(int retryAfter, int expected)
    {
        using LedgerFixture quota = new();
        var refusedAt = quota.Now;

        var opensAt = quota.Refuse(quota.TakeNow(), TimeSpan.FromSeconds(retryAfter));
        var waiting = quota.Take();

        opensAt.Should().Be(refusedAt + TimeSpan.FromSeconds(expected));
        quota.Clock.AdvanceTo(opensAt);
        waiting.IsCompletedSuccessfully.Should().BeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-30)]
    public void A_delay_of_zero_or_in_the_past_is_believed_once_and_then_means_the_end_of_the_window(int retryAfter)
    {
        using LedgerFixture quota = new();
        var delay = TimeSpan.FromSeconds(retryAfter);
        quota.Clock.AdvanceTo(quota.Refuse(quota.TakeNow(), delay));

        var opensAt = quota.Refuse(quota.TakeNow(), delay);

        opensAt.Should().Be(new DateTimeOffset(2026, 6, 4, 12, 1, 0, TimeSpan.Zero));
        quota.Clock.AdvanceTo(opensAt);
        quota.Answer(quota.TakeNow());
        quota.Refuse(quota.TakeNow(), delay).Should().Be(opensAt + TimeSpan.FromSeconds(1), "a call was admitted in between");
    }

    [Theory]
    [InlineData(LedgerFixture.Main, 24)]
    [InlineData(LedgerFixture.Rare, 1)]
    public void No_delay_of_the_server_closes_a_bucket_for_longer_than_its_longest_window(string bucket, int hours)
    {
        using LedgerFixture quota = new();

        var opensAt = quota.Refuse(quota.TakeNow(bucket), TimeSpan.FromDays(366));

        opensAt.Should().Be(quota.Now.AddHours(hours));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(30)]
    public async Task A_clock_that_is_set_back_after_a_refusal_does_not_prolong_the_wait(int? retryAfter)
    {
        using LedgerFixture quota = new();
        var opensAt = quota.Refuse(quota.TakeNow(), retryAfter is { } delay ? TimeSpan.FromSeconds(delay) : null);
        var wait = opensAt - quota.Now;
        var waiting = quota.Take();

        quota.Clock.Set(quota.Now.AddHours(-1));
        var later = quota.Take();

        quota.Ledger.Snapshot(quota.Options).ClosedBuckets[LedgerFixture.Main].Should().Be(quota.Now + wait, "reports follow the clock that was set");
        quota.Clock.Advance(wait);
        waiting.IsCompletedSuccessfully.Should().BeTrue();
        quota.Answer(await waiting);
        later.IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public void A_refused_call_of_the_window_before_does_not_cost_the_new_window()
    {
        using LedgerFixture quota = new();
        var slow = quota.TakeNow();
        quota.NextMinute();
        quota.Clock.Advance(TimeSpan.FromSeconds(1));

        quota.Refuse(slow);

        quota.TakeNow();
        quota.Take().IsCompleted.Should().BeFalse("the first is a probe");
    }

    [Fact]
    public async Task Calls_refused_together_close_the_bucket_once()
    {
        using LedgerFixture quota = new();
        QuotaLedger.Permit[] together = [.. Enumerable.Range(0, 5).Select(_ => quota.TakeNow())];
        foreach (var permit in together)
        {
            quota.Refuse(permit);
        }

        Task<QuotaLedger.Permit>[] waiting = [.. Enumerable.Range(0, 5).Select(_ => quota.Take())];
        quota.NextMinute();
        quota.Answer(await waiting[0]);

        waiting.Should().OnlyContain(task => task.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_refusal_uses_up_the_buckets_own_window_for_every_bucket_that_shares_it()
    {
        using LedgerFixture quota = new();

        quota.Refuse(quota.TakeNow(LedgerFixture.Main));

        quota.Window("minute").Remaining.Should().Be(0);
        quota.Take(LedgerFixture.Rare).IsCompleted.Should().BeFalse();
    }

    [Fact]
    public void A_refusal_does_not_change_the_shared_windows_of_a_bucket()
    {
        using LedgerFixture quota = new();

        quota.Refuse(quota.TakeNow(LedgerFixture.Rare));

        quota.Take(LedgerFixture.Rare).IsCompleted.Should().BeFalse();
        quota.TakeNow(LedgerFixture.Main);
    }

    [Fact]
    public void A_refusal_leaves_other_buckets_open()
    {
        using LedgerFixture quota = new();

        quota.Refuse(quota.TakeNow(LedgerFixture.Main));

        quota.TakeNow(LedgerFixture.Other);
        quota.Ledger.Snapshot(quota.Options).ClosedBuckets.Should().ContainSingle().Which.Key.Should().Be(LedgerFixture.Main);
    }
}
