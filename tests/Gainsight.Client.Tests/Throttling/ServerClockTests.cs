namespace Gainsight.Client.Tests.Throttling;

public sealed class ServerClockTests
{
    private const long Second = TimeSpan.TicksPerSecond;
    private const long Noon = 1_000_000 * Second;

    [Fact]
    public void Before_the_first_answer_five_seconds_either_way_are_possible()
    {
        ServerClock clock = new();

        (clock.Earliest(Noon), clock.Latest(Noon)).Should().Be((Noon - (5 * Second), Noon + (5 * Second)));
    }

    [Fact]
    public void A_date_bounds_the_offset_by_its_truncated_second_and_the_duration_of_the_call()
    {
        ServerClock clock = new();

        clock.Observe(Date(Noon + (7 * Second)), sent: Noon, received: Noon + (2 * Second));

        (clock.Earliest(Noon), clock.Latest(Noon)).Should().Be((Noon + (5 * Second), Noon + (8 * Second)));
    }

    [Fact]
    public void Later_dates_narrow_the_bounds()
    {
        ServerClock clock = new();
        clock.Observe(Date(Noon), sent: Noon, received: Noon);

        clock.Observe(Date(Noon + Second), sent: Noon + (Second / 4), received: Noon + (Second / 4));

        (clock.Earliest(0), clock.Latest(0)).Should().Be((Second * 3 / 4, Second));
    }

    [Fact]
    public void A_date_that_contradicts_the_others_replaces_them()
    {
        ServerClock clock = new();
        clock.Observe(Date(Noon), sent: Noon, received: Noon);

        clock.Observe(Date(Noon - (60 * Second)), sent: Noon, received: Noon);

        (clock.Earliest(0), clock.Latest(0)).Should().Be((-60 * Second, -59 * Second));
    }

    [Fact]
    public void An_answer_without_a_date_means_no_offset_until_one_has_a_date()
    {
        ServerClock clock = new();

        clock.Observe(date: null, sent: Noon, received: Noon + Second);
        (clock.Earliest(0), clock.Latest(0)).Should().Be((0, 0));
        clock.Observe(Date(Noon + (9 * Second)), sent: Noon, received: Noon);
        clock.Observe(date: null, sent: Noon, received: Noon);

        (clock.Earliest(0), clock.Latest(0)).Should().Be((9 * Second, 10 * Second));
        clock.SurelyAt(Noon).Should().Be(Noon - (9 * Second));
    }

    [Fact]
    public void A_date_that_no_clock_shows_is_ignored()
    {
        ServerClock clock = new();
        var now = new DateTimeOffset(2026, 6, 4, 12, 0, 30, TimeSpan.Zero).UtcTicks;

        clock.Observe(DateTimeOffset.MinValue, sent: now, received: now);
        clock.Observe(DateTimeOffset.MaxValue, sent: now, received: now);

        (clock.IsLearnt, clock.Earliest(now), clock.Latest(now)).Should().Be((false, now, now));
    }

    [Fact]
    public void Dates_that_leave_no_offset_contradict_each_other()
    {
        ServerClock clock = new();
        clock.Observe(Date(Noon), sent: Noon, received: Noon);

        clock.Observe(Date(Noon + Second), sent: Noon, received: Noon);

        (clock.Earliest(0), clock.Latest(0)).Should().Be((Second, 2 * Second));
    }

    [Fact]
    public void The_probable_time_is_in_the_middle_of_the_bounds()
    {
        ServerClock clock = new();

        clock.Observe(Date(Noon + (7 * Second)), sent: Noon, received: Noon + (2 * Second));

        clock.ProbablyAt(Noon).Should().Be(Noon - (13 * Second / 2));
    }

    private static DateTimeOffset Date(long ticks) => new(ticks, TimeSpan.Zero);
}
