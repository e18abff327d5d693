namespace Gainsight.Client.Tests.Throttling;

/// <summary>Hosts that use up a window together ask for permits in turn when the next one begins.</summary>
public sealed class SharedQuotaTurnTests
{
    [Fact]
    public void Hosts_that_used_up_a_window_leave_the_begin_of_the_next_to_single_calls()
    {
        using SharedFixture quota = new(hosts: 2);
        UseUp(quota);
        quota.NextMinute();
        var bulk = quota.Take(0);

        quota.Use(0, 5, RequestLane.Interactive).Should().Be(5);

        bulk.IsCompleted.Should().BeFalse();
        quota.Clock.Advance(TimeSpan.FromSeconds(8));
        bulk.IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public async Task A_call_whose_turn_comes_too_late_fails_at_once_and_says_when_it_is()
    {
        using SharedFixture quota = new(hosts: 2);
        UseUp(quota);
        var early = quota.Take(0, maxWait: quota.NextMinuteAt - quota.Clock.GetUtcNow() + TimeSpan.FromSeconds(7));
        quota.NextMinute();
        var patient = quota.Take(0, maxWait: TimeSpan.FromSeconds(8));
        var impatient = quota.Take(0, maxWait: TimeSpan.FromSeconds(7));

        early.IsFaulted.Should().BeTrue("it has waited for the minute");
        impatient.IsFaulted.Should().BeTrue();
        var exceeded = await FluentActions.Awaiting(() => impatient).Should().ThrowAsync<GainsightQuotaExceededException>();
        exceeded.WithMessage("*wait for their turn*Quota.MaxQueueWait*").Which.RetryAt.Should().Be(quota.Clock.GetUtcNow().AddSeconds(8));
        patient.IsCompleted.Should().BeFalse();
        quota.Clock.Advance(TimeSpan.FromSeconds(8));
        patient.IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public void A_host_takes_its_part_of_the_limit_before_others_had_their_turn_and_no_more()
    {
        using SharedFixture quota = new(hosts: 2);
        UseUp(quota);
        quota.NextMinute();
        quota.Clock.Advance(TimeSpan.FromSeconds(8));

        quota.Use(0, 200).Should().Be(50, "two hosts have lists to send");
        quota.Use(1, 200).Should().Be(50);
    }

    [Fact]
    public void What_others_leave_can_be_used_after_their_turn()
    {
        using SharedFixture quota = new(hosts: 2);
        UseUp(quota);
        quota.NextMinute();
        quota.Clock.Advance(TimeSpan.FromSeconds(20));

        quota.Use(0, 200).Should().Be(100);
    }

    [Fact]
    public void A_host_that_got_nothing_in_a_window_comes_first_in_the_next()
    {
        using SharedFixture quota = new(hosts: 30);
        UseUp(quota);
        Task<QuotaLedger.Permit>[] waiting = [.. Enumerable.Range(0, 30).Select(host => quota.Take(host))];
        quota.NextMinute();

        quota.Clock.Advance(TimeSpan.FromSeconds(14));
        waiting.Select((permit, host) => (permit, host)).Where(it => it.permit.IsCompleted).Select(it => it.host)
            .Should().Contain(Enumerable.Range(2, 28)).And.NotContain(0, "the first host had most of the window");

        quota.Clock.Advance(TimeSpan.FromSeconds(3));
        waiting.Should().OnlyContain(permit => permit.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_host_that_used_up_a_window_alone_goes_on_at_once_in_the_next()
    {
        using SharedFixture quota = new(hosts: 2);
        quota.Use(0, 200).Should().Be(100);

        quota.NextMinute();

        quota.Use(0, 200).Should().Be(100);
    }

    [Fact]
    public void A_window_that_was_used_up_late_makes_nobody_wait_in_the_next()
    {
        using SharedFixture quota = new(hosts: 2);
        quota.NextMinute();
        quota.Use(0, 40);
        quota.Clock.Advance(TimeSpan.FromSeconds(40));
        quota.Use(0, 30);
        quota.Use(1, 200);
        quota.Use(0, 200);
        quota.Clock.Advance(TimeSpan.FromSeconds(5));

        quota.NextMinute();

        quota.Use(0, 200).Should().BeGreaterThan(50);
    }

    [Fact]
    public void The_store_counts_the_hosts_that_ask_for_lists_and_streams()
    {
        using SharedFixture quota = new(hosts: 3);
        quota.Use(0, 10);
        quota.Use(1, 3, RequestLane.Interactive);
        quota.Use(2, 10);

        quota.Stores.Select(store => store.Requests.Count(request => request.Claims[0].IsFirst)).Should().Equal(1, 0, 1);
    }

    /// <summary>In the first half of a minute, the first two hosts share it, and the others get nothing.</summary>
    private static void UseUp(SharedFixture quota)
    {
        quota.NextMinute();
        quota.Use(0, 70);
        quota.Clock.Advance(TimeSpan.FromSeconds(2));
        for (var host = 1; host < quota.Hosts.Count; host++)
        {
            quota.Use(host, 100);
        }

        quota.Use(0, 100).Should().Be(0);
    }
}
