namespace Gainsight.Client.Tests.Throttling;

/// <summary>A window of which a quota store grants permits. An instance has 100 ticks where nothing else is said.</summary>
public sealed class SharedWindowCounterTests
{
    private const int Limit = 100;

    [Fact]
    public void Each_instance_that_the_server_may_be_in_has_its_own_permits()
    {
        WindowCounter counter = new(TimeSpan.FromTicks(100), isShared: true);
        counter.Roll(1_090, 1_110);
        Grant(counter, 10, 5, used: 5);
        Grant(counter, 11, 3, used: 3);
        Claims(counter).Should().Equal((10, 5), (11, 3));

        for (var i = 0; i < 3; i++)
        {
            counter.HasPermit().Should().BeTrue();
            counter.Take(RequestLane.Bulk);
        }

        counter.HasPermit().Should().BeFalse("the second instance has none left");
        Claims(counter).Should().Equal((10, 2), (11, 0));
    }

    [Fact]
    public void What_is_given_back_is_what_an_instance_holds()
    {
        WindowCounter counter = new(TimeSpan.FromTicks(100), isShared: true);
        counter.Roll(1_090, 1_110);
        Grant(counter, 10, 2, used: 2);
        Grant(counter, 11, 5, used: 5);
        counter.Take(RequestLane.Bulk);
        counter.Take(RequestLane.Bulk);
        counter.IsUnsettled.Should().BeTrue();
        List<QuotaClaim> claims = [];

        counter.Settle(claims, [], "window");

        claims.Select(claim => (claim.Number, claim.Held)).Should().Equal((11, 3));
        counter.IsUnsettled.Should().BeFalse();
    }

    [Fact]
    public void Without_the_store_a_host_uses_what_it_holds_and_its_share_of_what_nobody_has()
    {
        WindowCounter counter = new(TimeSpan.FromTicks(100), isShared: true);
        counter.Roll(1_000, 1_010);
        Grant(counter, 10, 10, used: 40);

        Uses(counter, 0.5).Should().Be(40, "10 are its own, 30 those of others, and half of the other 60 is its share");
    }

    [Fact]
    public void Without_the_store_a_host_may_make_a_call_in_an_instance_that_nobody_has_used_whatever_its_share()
    {
        WindowCounter counter = new(TimeSpan.FromTicks(100), isShared: true);
        counter.Roll(1_000, 1_010);

        Uses(counter, 0.001).Should().Be(1);
    }

    [Fact]
    public void When_the_store_goes_away_only_instances_that_end_soon_are_left_to_permits_and_until_it_is_back()
    {
        WindowCounter counter = new(TimeSpan.FromTicks(100), isShared: true);
        counter.Roll(1_090, 1_110);
        counter.Freeze(1_100);
        counter.Freeze(1_100);
        counter.HasOwnShare(Limit, 0.5).Should().BeFalse();
        counter.Thaw();
        counter.HasOwnShare(Limit, 0.5).Should().BeTrue();

        counter.Freeze(1_100);
        counter.Roll(1_100, 1_110);

        counter.HasOwnShare(Limit, 0.5).Should().BeTrue();
    }

    [Theory]
    [InlineData(10, 2, 1.3333333)]
    [InlineData(60, 2, 8)]
    [InlineData(3_600, 2, 8)]
    [InlineData(10, 30, 2.3333333)]
    [InlineData(60, 30, 14)]
    [InlineData(3_600, 30, 14)]
    public void A_host_that_got_nothing_of_a_used_up_window_asks_after_single_calls_and_when_there_are_many_hosts_in_turn(int length, int hosts, double seconds)
    {
        WindowCounter counter = new(TimeSpan.FromSeconds(length), isShared: true);
        var end = 1_000 * TimeSpan.FromSeconds(length).Ticks;
        counter.Roll(end - 1, end);
        counter.Apply(999, new(0, Limit, Limit) { Hosts = hosts }, Limit, isBulk: true, earliest: end - TimeSpan.FromSeconds(length).Ticks);

        counter.Roll(end, end + 1);

        counter.TurnAt(Limit).Should().Be(end + TimeSpan.FromSeconds(seconds).Ticks);
    }

    [Fact]
    public void A_host_that_has_its_part_asks_again_when_all_others_have_had_their_turn()
    {
        WindowCounter counter = new(TimeSpan.FromMinutes(1), isShared: true);
        var begin = 1_000 * TimeSpan.TicksPerMinute;
        counter.Roll(begin, begin + 1);
        counter.Apply(1_000, new(50, 60, Limit) { Hosts = 2 }, Limit, isBulk: true, begin);
        counter.TurnAt(Limit).Should().Be(0, "there is room");

        counter.Apply(1_000, new(0, Limit, Limit) { Hosts = 2 }, Limit, isBulk: true, begin);

        counter.TurnAt(Limit).Should().Be(begin + TimeSpan.FromSeconds(20).Ticks);
    }

    private static void Grant(WindowCounter counter, long number, int permits, int used) =>
        counter.Apply(number, new(permits, used, Limit) { Hosts = 1 }, Limit, isBulk: true, earliest: 0);

    private static IEnumerable<(long Number, int Held)> Claims(WindowCounter counter)
    {
        List<QuotaClaim> claims = [];
        List<(WindowCounter Counter, long Number)> instances = [];
        counter.Claim(claims, instances, "window", Limit, Limit, isBulk: true);
        instances.Select(instance => instance.Number).Should().Equal(claims.Select(claim => claim.Number));
        return claims.Select(claim => (claim.Number, claim.Held));
    }

    private static int Uses(WindowCounter counter, double share)
    {
        var used = 0;
        for (; counter.HasOwnShare(Limit, share); used++)
        {
            counter.Take(RequestLane.Bulk);
        }

        return used;
    }
}
