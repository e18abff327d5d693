namespace Gainsight.Client.Tests.Throttling;

public sealed class QuotaLedgerQueueTests
{
    [Fact]
    public void A_call_waits_for_the_next_window_when_this_one_is_used_up()
    {
        using LedgerFixture quota = new();
        quota.Use(10);
        var eleventh = quota.Take();

        quota.Clock.Advance(TimeSpan.FromSeconds(29) - TimeSpan.FromTicks(1));
        eleventh.IsCompleted.Should().BeFalse();
        quota.Clock.Advance(TimeSpan.FromTicks(1));

        eleventh.IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public async Task Calls_of_a_lane_go_in_the_order_in_which_they_came()
    {
        using LedgerFixture quota = new();
        quota.Use(10);
        Task<QuotaLedger.Permit>[] waiting = [.. Enumerable.Range(0, 25).Select(_ => quota.Take())];

        quota.NextMinute();
        waiting.Select(task => task.IsCompleted).Should().Equal(Enumerable.Range(0, 25).Select(i => i < 10));
        await AnswerAsync(quota, waiting[..10]);
        quota.NextMinute();
        waiting.Select(task => task.IsCompleted).Should().Equal(Enumerable.Range(0, 25).Select(i => i < 20));
    }

    [Fact]
    public void A_call_that_comes_later_does_not_overtake_one_that_waits()
    {
        using LedgerFixture quota = new();
        var less = LedgerFixture.With(share: 0.5);
        quota.Use(7);
        var modest = quota.Take(options: less);

        var later = quota.Take();

        modest.IsCompleted.Should().BeFalse("the client's share of the window is used up");
        later.IsCompleted.Should().BeFalse("it waits behind the other although it would find room");
    }

    [Fact]
    public void A_call_blocked_by_its_own_window_lets_calls_of_other_buckets_pass()
    {
        using LedgerFixture quota = new();
        quota.Use(3, LedgerFixture.Rare);
        var rare = quota.Take(LedgerFixture.Rare);

        quota.TakeNow(LedgerFixture.Main);
        quota.TakeNow(LedgerFixture.Other);

        rare.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public void Buckets_that_share_a_window_share_its_calls()
    {
        using LedgerFixture quota = new();
        quota.Use(8, LedgerFixture.Main);
        quota.Use(2, LedgerFixture.Rare);

        quota.Take(LedgerFixture.Main).IsCompleted.Should().BeFalse();
        quota.Take(LedgerFixture.Rare).IsCompleted.Should().BeFalse();
    }

    [Fact]
    public void Clients_with_different_shares_see_each_others_calls()
    {
        using LedgerFixture quota = new();
        var half = LedgerFixture.With(share: 0.5);
        quota.Use(4);

        quota.Answer(quota.TakeNow(options: half));

        quota.Take(options: half).IsCompleted.Should().BeFalse();
    }

    [Fact]
    public void At_least_one_call_is_left_of_a_limit_however_small_the_share()
    {
        using LedgerFixture quota = new();
        var sliver = LedgerFixture.With(share: 0.01);

        quota.Answer(quota.TakeNow(LedgerFixture.Rare, options: sliver));

        quota.Take(LedgerFixture.Rare, options: sliver).IsCompleted.Should().BeFalse();
    }

    [Fact]
    public void The_lanes_take_turns_when_both_wait()
    {
        using LedgerFixture quota = new();
        quota.Use(10, lane: RequestLane.Bulk);
        Task<QuotaLedger.Permit>[] bulk = [.. Enumerable.Range(0, 50).Select(_ => quota.Take(lane: RequestLane.Bulk))];
        Task<QuotaLedger.Permit>[] single = [.. Enumerable.Range(0, 7).Select(_ => quota.Take())];

        quota.NextMinute();

        single.Count(task => task.IsCompleted).Should().Be(5);
        bulk.Count(task => task.IsCompleted).Should().Be(5);
    }

    [Fact]
    public async Task The_lanes_take_turns_from_window_to_window_even_when_another_bucket_goes_in_between()
    {
        using LedgerFixture quota = new();
        QuotaOptions one = new();
        QuotaWindow a = new("a", TimeSpan.FromMinutes(1), 1), b = new("b", TimeSpan.FromMinutes(1), 1);
        one.Buckets["a"] = [a];
        one.Buckets["b"] = [b];
        quota.Answer(quota.TakeNow("a", options: one));
        quota.Answer(quota.TakeNow("b", options: one));
        List<Task<QuotaLedger.Permit>> bulk = [.. Enumerable.Range(0, 4).Select(_ => quota.Take("a", RequestLane.Bulk, options: one))];
        List<Task<QuotaLedger.Permit>> single = [.. Enumerable.Range(0, 4).Select(_ => quota.Take("a", options: one))];
        Task<QuotaLedger.Permit>[] between = [.. Enumerable.Range(0, 4).Select(_ => quota.Take("b", RequestLane.Bulk, options: one))];

        HashSet<Task<QuotaLedger.Permit>> answered = [];
        for (var i = 0; i < 4; i++)
        {
            quota.NextMinute();
            await AnswerAsync(quota, [.. bulk.Concat(single).Concat(between).Where(task => task.IsCompleted && answered.Add(task))]);
            between[i].IsCompleted.Should().BeTrue();
        }

        bulk.Count(task => task.IsCompleted).Should().Be(2);
        single.Count(task => task.IsCompleted).Should().Be(2);
    }

    [Fact]
    public void A_cancelled_call_leaves_the_queue_at_once()
    {
        using LedgerFixture quota = new();
        using CancellationTokenSource cancellation = new();
        quota.Use(10);
        var waiting = quota.Take(token: cancellation.Token);

        cancellation.Cancel();

        waiting.IsCanceled.Should().BeTrue();
        quota.Ledger.Snapshot(quota.Options).WaitingInteractive.Should().Be(0);
        quota.Clock.NextTimer.Should().BeNull("nobody waits");
    }

    [Fact]
    public void A_call_cancelled_beforehand_takes_no_permit()
    {
        using LedgerFixture quota = new();

        quota.Take(token: new CancellationToken(canceled: true)).IsCanceled.Should().BeTrue();

        quota.Window("minute").Used.Should().Be(0);
    }

    [Fact]
    public void Calls_behind_a_cancelled_call_are_sent_when_only_it_held_them_up()
    {
        using LedgerFixture quota = new();
        using CancellationTokenSource cancellation = new();
        quota.Use(7);
        var modest = quota.Take(options: LedgerFixture.With(share: 0.5), token: cancellation.Token);
        var behind = quota.Take();

        cancellation.Cancel();

        modest.IsCanceled.Should().BeTrue();
        behind.IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public void A_returned_permit_lets_the_next_call_go()
    {
        using LedgerFixture quota = new();
        quota.Use(9);
        var unused = quota.TakeNow();
        var waiting = quota.Take();

        quota.Ledger.Return(unused);

        waiting.IsCompletedSuccessfully.Should().BeTrue();
        quota.Window("minute").Used.Should().Be(10);
    }

    [Fact]
    public async Task A_storm_of_cancellations_loses_no_permit_and_leaks_none()
    {
        using LedgerFixture quota = new();
        QuotaOptions options = new();
        options.Buckets["storm"] = [new("storm-second", TimeSpan.FromSeconds(1), 50)];
        int given = 0, cancelled = 0, cancellable = 0;
        TaskCompletionSource firstCancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

        async Task CallAsync(int number)
        {
            using CancellationTokenSource cancellation = new();
            var permit = quota.Take("storm", number % 2 == 0 ? RequestLane.Bulk : RequestLane.Interactive, TimeSpan.FromDays(365), options, cancellation.Token);
            if (number % 3 == 0)
            {
                Interlocked.Increment(ref cancellable);
                await Task.Yield();
                await cancellation.CancelAsync();
            }

            try
            {
                quota.Ledger.Answered(await permit, quota.Now);
                Interlocked.Increment(ref given);
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref cancelled);
                firstCancelled.TrySetResult();
            }
        }

        var calls = Task.WhenAll(Enumerable.Range(0, 3_000).Select(number => Task.Run(() => CallAsync(number))));

        // Time stands still until then. Otherwise a slow machine would send each call before it can be cancelled.
        await firstCancelled.Task;
        while (!calls.IsCompleted)
        {
            quota.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        await calls;
        (given + cancelled).Should().Be(3_000);
        cancelled.Should().BeInRange(1, cancellable);
        var snapshot = quota.Ledger.Snapshot(options);
        (snapshot.WaitingBulk + snapshot.WaitingInteractive).Should().Be(0);
        quota.Clock.Advance(TimeSpan.FromSeconds(3));
        quota.Window("storm-second", options).Used.Should().Be(0, "nothing is under way");
    }

    private static async Task AnswerAsync(LedgerFixture quota, Task<QuotaLedger.Permit>[] tasks)
    {
        foreach (var task in tasks)
        {
            quota.Answer(await task);
        }
    }
}
