namespace Gainsight.Client.Tests.Throttling;

public sealed class QuotaLedgerWaitTests
{
    [Fact]
    public void A_wait_that_is_too_long_fails_at_once_and_says_when_the_window_opens()
    {
        using LedgerFixture quota = new();
        quota.Use(3, LedgerFixture.Rare);

        var fourth = quota.Take(LedgerFixture.Rare, maxWait: TimeSpan.FromMinutes(59));

        var failure = fourth.Exception!.InnerException.Should().BeOfType<GainsightQuotaExceededException>().Subject;
        failure.RetryAt.Should().Be(new DateTimeOffset(2026, 6, 4, 13, 0, 0, TimeSpan.Zero));
        failure.Window.Should().Be("rare-hour");
        failure.MayHaveBeenProcessed.Should().BeFalse();
        failure.Message.Should().Contain("'rare-hour' (3 calls in 01:00:00)").And.Contain("2026-06-04 13:00:00 UTC").And.Contain("Quota.MaxQueueWait").And.Contain("Quota.SetLimit");
    }

    [Fact]
    public void A_call_that_may_not_wait_goes_when_there_is_room_and_fails_when_there_is_none()
    {
        using LedgerFixture quota = new();
        for (var i = 0; i < 10; i++)
        {
            var permit = quota.Take(maxWait: TimeSpan.Zero);
            permit.IsCompletedSuccessfully.Should().BeTrue();
        }

        quota.Take(maxWait: TimeSpan.Zero).IsFaulted.Should().BeTrue();
    }

    [Fact]
    public void The_queue_ahead_counts_when_the_wait_is_foreseen()
    {
        using LedgerFixture quota = new();
        quota.Use(10);
        for (var i = 0; i < 20; i++)
        {
            quota.Take();
        }

        var third = quota.Take(maxWait: TimeSpan.FromSeconds(148));
        var patient = quota.Take(maxWait: TimeSpan.FromSeconds(149));

        third.IsFaulted.Should().BeTrue("the windows of the next two minutes are spoken for");
        patient.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public void Calls_that_wait_for_a_shared_window_do_not_use_up_a_buckets_own_window()
    {
        using LedgerFixture quota = new();
        quota.Use(1, LedgerFixture.Rare);
        quota.Use(9);
        for (var i = 0; i < 6; i++)
        {
            quota.Take();
        }

        var rare = quota.Take(LedgerFixture.Rare, maxWait: TimeSpan.FromMinutes(5));

        rare.IsFaulted.Should().BeFalse("two of its three calls an hour are left, and the next minute has room for all that wait");
        quota.NextMinute();
        rare.IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public void The_other_lane_counts_only_as_far_as_the_lanes_take_turns()
    {
        using LedgerFixture quota = new();
        quota.Use(10);
        for (var i = 0; i < 200; i++)
        {
            quota.Take(lane: RequestLane.Bulk);
        }

        quota.Take(maxWait: TimeSpan.FromSeconds(30)).IsFaulted.Should().BeFalse("a single call goes with the next window");
    }

    [Fact]
    public void A_call_fails_as_soon_as_its_wait_has_become_too_long()
    {
        using LedgerFixture quota = new();
        quota.Use(9);
        var refused = quota.TakeNow();
        var waiting = quota.Take(maxWait: TimeSpan.FromMinutes(5));

        quota.Refuse(refused, TimeSpan.FromHours(2));

        var failure = waiting.Exception!.InnerException.Should().BeOfType<GainsightQuotaExceededException>().Subject;
        failure.RetryAt.Should().Be(quota.Now + TimeSpan.FromHours(2));
        failure.Message.Should().Contain("Gainsight refused calls");
        quota.Ledger.Snapshot(quota.Options).WaitingInteractive.Should().Be(0);
    }

    [Fact]
    public void A_closed_bucket_fails_a_call_that_cannot_wait_for_it()
    {
        using LedgerFixture quota = new();
        quota.Refuse(quota.TakeNow(), TimeSpan.FromHours(2));

        quota.Take(maxWait: LedgerFixture.Hour).Exception!.InnerException.Should().BeOfType<GainsightQuotaExceededException>();
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(7, 0)]
    [InlineData(8, 29)]
    [InlineData(17, 29)]
    [InlineData(18, 89)]
    [InlineData(998, 43_169)]
    public void The_wait_for_many_calls_is_estimated(int calls, int seconds)
    {
        using LedgerFixture quota = new();
        quota.Use(3);

        quota.Ledger.EstimateWait(LedgerFixture.Main, calls, quota.Options).Should().BeCloseTo(
            TimeSpan.FromSeconds(seconds), TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task The_estimated_wait_is_the_real_wait()
    {
        using LedgerFixture quota = new();
        quota.Use(4);
        var told = quota.Ledger.EstimateWait(LedgerFixture.Main, 30, quota.Options);
        var start = quota.Now;
        Task<QuotaLedger.Permit>[] calls = [.. Enumerable.Range(0, 30).Select(_ => quota.Take())];
        HashSet<Task<QuotaLedger.Permit>> answered = [];

        while (!calls[^1].IsCompleted)
        {
            foreach (var call in calls.Where(call => call.IsCompleted && answered.Add(call)))
            {
                quota.Answer(await call);
            }

            quota.Clock.AdvanceTo(quota.Clock.NextTimer!.Value);
        }

        (quota.Now - start).Should().BeCloseTo(told, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void A_closed_bucket_is_part_of_the_estimate()
    {
        using LedgerFixture quota = new();
        quota.Refuse(quota.TakeNow(), TimeSpan.FromMinutes(10));

        quota.Ledger.EstimateWait(LedgerFixture.Main, 1, quota.Options).Should().Be(TimeSpan.FromMinutes(10));
    }
}
