namespace Gainsight.Client.Tests.Throttling;

/// <summary>In which windows a call counts whose answer comes late or never, and whose turn it is.</summary>
public sealed class QuotaLedgerCountTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_call_that_ends_in_the_next_window_without_a_date_counts_there(bool isAnswered)
    {
        using LedgerFixture quota = new();
        var permit = quota.TakeNow();
        quota.Clock.Advance(TimeSpan.FromMinutes(1));

        if (isAnswered)
        {
            quota.Ledger.Answered(permit, date: null);
        }
        else
        {
            quota.Ledger.Unanswered(permit);
        }

        quota.Window("minute").Used.Should().Be(1);
    }

    [Fact]
    public void Without_a_quota_store_a_call_of_the_last_second_counts_only_in_its_window()
    {
        using LedgerFixture quota = new();
        quota.NextMinute();
        quota.Clock.Advance(TimeSpan.FromSeconds(59.9));
        quota.Ledger.Unanswered(quota.TakeNow());
        quota.Window("minute").Used.Should().Be(1);

        quota.NextMinute();

        quota.Window("minute").Used.Should().Be(0);
    }

    [Fact]
    public void A_call_may_wait_exactly_as_long_as_it_wants_to()
    {
        using LedgerFixture quota = new();
        quota.Use(10);
        var opens = quota.Window("minute").ResetsAt - quota.Now;

        var waiting = quota.Take(maxWait: opens);
        var tooLong = quota.Take(maxWait: opens - TimeSpan.FromTicks(1));

        tooLong.IsFaulted.Should().BeTrue();
        waiting.IsCompleted.Should().BeFalse();
        quota.Clock.Advance(opens);
        waiting.IsCompletedSuccessfully.Should().BeTrue();
    }

    [Theory]
    [InlineData(RequestLane.Bulk, RequestLane.Interactive)]
    [InlineData(RequestLane.Interactive, RequestLane.Bulk)]
    public void When_buckets_share_no_window_the_call_that_came_first_goes_first(RequestLane earlier, RequestLane later)
    {
        using LedgerFixture quota = new(learnt: false);
        var trial = quota.TakeNow();
        var first = quota.Take(LedgerFixture.Other, earlier);
        var second = quota.Take(LedgerFixture.Main, later);

        quota.Ledger.Unanswered(trial);

        (first.IsCompletedSuccessfully, second.IsCompleted).Should().Be((true, false));
    }

    [Fact]
    public void No_calls_wait_for_nothing()
    {
        using LedgerFixture quota = new();
        quota.Refuse(quota.TakeNow(), TimeSpan.FromMinutes(10));

        quota.Ledger.EstimateWait(LedgerFixture.Main, 0, quota.Options).Should().Be(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(false, -5)]
    [InlineData(true, 0)]
    public void The_time_of_the_server_is_the_earliest_that_it_can_be(bool isLearnt, int seconds)
    {
        using LedgerFixture quota = new(isLearnt);

        quota.Ledger.KnowsServerTime.Should().Be(isLearnt);
        quota.Ledger.ServerTime(quota.Now.AddHours(-3)).Should().Be(quota.Now.AddHours(-3).AddSeconds(seconds));
    }
}
