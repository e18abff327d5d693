namespace Gainsight.Client.Tests.Throttling;

public sealed class WindowCounterTests
{
    private readonly WindowCounter _counter = new(TimeSpan.FromTicks(100));

    [Fact]
    public void A_call_counts_in_every_instance_that_the_server_may_be_in()
    {
        _counter.Roll(1_090, 1_110);
        _counter.Take(RequestLane.Bulk);
        _counter.Done(long.MaxValue);

        _counter.Roll(1_110, 1_130);

        _counter.Used.Should().Be(1);
    }

    [Fact]
    public void The_end_of_the_possible_times_is_not_one_of_them()
    {
        _counter.Roll(1_090, 1_100);
        _counter.Take(RequestLane.Bulk);
        _counter.Done(long.MaxValue);

        _counter.Roll(1_100, 1_110);

        _counter.Used.Should().Be(0);
    }

    [Fact]
    public void A_call_under_way_counts_in_every_instance_that_begins()
    {
        _counter.Roll(1_010, 1_010);
        _counter.Take(RequestLane.Bulk);

        _counter.Roll(1_510, 1_510);
        _counter.Used.Should().Be(1);
        _counter.Roll(1_610, 1_610);
        _counter.Done(1_600);

        _counter.Used.Should().Be(0, "it arrived before the instance began");
    }

    [Fact]
    public void An_instance_that_has_not_begun_after_all_is_removed()
    {
        _counter.Roll(1_090, 1_110);
        _counter.Take(RequestLane.Bulk);
        _counter.Done(long.MaxValue);

        _counter.Roll(1_095, 1_098);
        _counter.Roll(1_100, 1_110);

        _counter.Used.Should().Be(0);
    }

    [Fact]
    public void A_clock_set_back_keeps_what_was_counted()
    {
        _counter.Roll(1_510, 1_510);
        _counter.Take(RequestLane.Bulk);
        _counter.Done(long.MaxValue);

        _counter.Roll(1_010, 1_010);

        _counter.Used.Should().Be(1);
    }

    [Fact]
    public void Time_that_seems_to_run_back_a_little_stays_in_the_newer_instance()
    {
        _counter.Roll(1_101, 1_102);
        _counter.Take(RequestLane.Bulk);

        _counter.Roll(1_099, 1_102);
        _counter.EndsAt.Should().Be(1_200);
        _counter.Used.Should().Be(1);
    }

    [Fact]
    public void A_used_up_instance_has_no_room_for_any_limit_and_the_next_one_has()
    {
        _counter.Roll(1_010, 1_010);
        _counter.Spend(1_005);
        _counter.HasRoom(1_000_000, out var freeAt).Should().BeFalse();
        freeAt.Should().Be(1_100);

        _counter.Roll(freeAt, freeAt);

        _counter.HasRoom(1, out _).Should().BeTrue();
    }

    [Fact]
    public void Spending_an_instance_that_is_over_changes_nothing()
    {
        _counter.Roll(1_010, 1_010);

        _counter.Spend(905);

        _counter.HasRoom(1, out _).Should().BeTrue();
    }

    [Theory]
    [InlineData(7, 0)]
    [InlineData(8, 1_100)]
    [InlineData(10, 1_100)]
    [InlineData(11, 1_200)]
    [InlineData(20, 1_200)]
    [InlineData(21, 1_300)]
    public void The_time_of_the_last_of_many_calls_counts_every_instance_that_fills(int calls, long expected)
    {
        // Three calls that may count in both of two instances, the first of which is about to end.
        _counter.Roll(1_090, 1_090);
        for (var i = 0; i < 3; i++)
        {
            _counter.Take(RequestLane.Bulk);
            _counter.Done(long.MaxValue);
        }

        _counter.Roll(1_095, 1_105);

        _counter.RoomFor(calls, limit: 10).Should().Be(expected);
    }

    [Fact]
    public void The_fullest_instance_says_how_much_is_used()
    {
        _counter.Roll(1_050, 1_050);
        _counter.Take(RequestLane.Bulk);
        _counter.Done(long.MaxValue);

        _counter.Roll(1_050, 1_150);

        _counter.Used.Should().Be(1);
    }

    [Fact]
    public void A_clock_set_back_counts_the_fullest_of_the_instances_that_it_left()
    {
        _counter.Roll(1_090, 1_110);
        _counter.Spend(1_150);

        _counter.Roll(510, 510);

        _counter.HasRoom(1_000_000, out _).Should().BeFalse();
    }

    [Fact]
    public void An_instance_keeps_its_own_count_when_a_later_one_has_not_begun_after_all()
    {
        _counter.Roll(1_090, 1_110);
        _counter.Spend(1_150);

        _counter.Roll(1_090, 1_098);

        _counter.Used.Should().Be(0);
    }

    [Fact]
    public void A_time_that_the_server_cannot_have_reached_spends_nothing()
    {
        _counter.Roll(1_090, 1_110);

        _counter.Spend(1_200);

        _counter.Used.Should().Be(0);
    }

    [Fact]
    public void The_lanes_take_turns_in_what_waits_before_a_call()
    {
        _counter.AddWaiting(RequestLane.Bulk, 2);
        _counter.AddWaiting(RequestLane.Interactive, 5);

        _counter.Ahead(RequestLane.Bulk).Should().Be(5);
        _counter.Ahead(RequestLane.Interactive).Should().Be(7);
    }
}
