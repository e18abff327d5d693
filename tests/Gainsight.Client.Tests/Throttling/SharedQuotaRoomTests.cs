namespace Gainsight.Client.Tests.Throttling;

/// <summary>Permits that other hosts give back, as calls that wait hear of them.</summary>
public sealed class SharedQuotaRoomTests
{
    [Fact]
    public async Task A_call_gets_a_permit_that_was_given_back_while_the_answer_of_the_store_was_on_its_way()
    {
        using SharedFixture quota = new(hosts: 3);
        TakeAll(quota);
        quota.Stores[2].AnswersLate = true;
        var waiting = quota.Take(2);

        _ = quota.End(0);
        quota.Stores[2].AnswerAll();

        await waiting.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_call_gets_a_permit_that_was_given_back_while_the_host_heard_nothing()
    {
        using SharedFixture quota = new(hosts: 2);
        TakeAll(quota);
        var waiting = quota.Take(1);
        quota.Stores[1].IsDeaf = true;
        _ = quota.End(0);
        waiting.IsCompleted.Should().BeFalse();

        quota.Stores[1].IsDeaf = false;
        quota.Stores[1].Tell(QuotaNoticeKind.Missed);

        await waiting.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void A_call_gets_a_permit_that_was_given_back_while_the_host_had_no_client()
    {
        using SharedFixture quota = new(hosts: 2);
        TakeAll(quota);
        _ = quota.End(1);
        _ = quota.End(0);

        quota.Hosts[1].Resume();

        quota.Take(1).IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public async Task A_call_gets_a_permit_that_was_given_back_when_the_host_could_not_ask()
    {
        using SharedFixture quota = new(hosts: 2);
        TakeAll(quota);
        var waiting = quota.Take(1);
        quota.Stores[1].IsAway = true;
        _ = quota.End(0);
        waiting.IsCompleted.Should().BeFalse();

        quota.Stores[1].IsAway = false;
        quota.Clock.Advance(TimeSpan.FromSeconds(1));

        await waiting.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_call_that_waits_only_briefly_gets_a_permit_that_was_given_back_and_fails_when_another_host_has_it()
    {
        using SharedFixture quota = new(hosts: 2);
        TakeAll(quota);
        _ = quota.End(0);

        quota.Take(1, maxWait: TimeSpan.FromSeconds(1)).IsCompletedSuccessfully.Should().BeTrue();

        quota.Use(1, 100);
        quota.Stores[1].Tell(QuotaNoticeKind.Room);
        await FluentActions.Awaiting(() => quota.Take(1, maxWait: TimeSpan.FromSeconds(1))).Should().ThrowAsync<GainsightQuotaExceededException>();
    }

    /// <summary>The first host holds permits that it has not used, the other one has used all others and knows that none is left.</summary>
    private static void TakeAll(SharedFixture quota)
    {
        quota.Use(0, 70);
        quota.Use(1, 100).Should().BeLessThan(30, "the first host holds some");
    }
}
