namespace Gainsight.Client.Tests.Writes;

public sealed class WriteOptionsTests
{
    public static TheoryData<TimeSpan> TooLong => [TimeSpan.FromDays(1) + TimeSpan.FromTicks(1), TimeSpan.FromDays(50), TimeSpan.MaxValue];

    [Theory]
    [MemberData(nameof(TooLong))]
    public void A_delay_that_no_timer_can_wait_for_is_refused_when_it_is_set(TimeSpan delay)
    {
        FluentActions.Invoking(() => new WriteOptions { MaxFillDelay = delay }).Should().Throw<ArgumentOutOfRangeException>().WithMessage("MaxFillDelay*1.00:00:00*");
        FluentActions.Invoking(() => new WriteOptions { SettleDelay = delay }).Should().Throw<ArgumentOutOfRangeException>().WithMessage("SettleDelay*1.00:00:00*");
    }

    [Fact]
    public void The_longest_delay_is_a_day_and_only_the_settle_delay_can_be_zero()
    {
        new WriteOptions { MaxFillDelay = TimeSpan.FromDays(1), SettleDelay = TimeSpan.Zero }.MaxFillDelay.Should().Be(TimeSpan.FromDays(1));
        FluentActions.Invoking(() => new WriteOptions { MaxFillDelay = TimeSpan.Zero }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new WriteOptions { SettleDelay = TimeSpan.FromTicks(-1) }).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void The_defaults_are_those_of_the_documentation()
    {
        WriteOptions options = new();

        (options.RefusedCall, options.MaxConcurrency, options.MaxFillDelay, options.SettleDelay)
            .Should().Be((RefusedCall.Isolate, 4, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)));
        (options.VerifyBy, options.SkipUnchanged, options.Preflight, options.Lane, options.TimeLimit, options.ExpectedTotal)
            .Should().Be((null, false, false, null, null, null));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(32)]
    public void One_to_32_calls_run_at_once(int most) => new WriteOptions { MaxConcurrency = most }.MaxConcurrency.Should().Be(most);

    [Theory]
    [InlineData(0)]
    [InlineData(33)]
    public void Any_other_number_of_calls_is_refused(int most) =>
        FluentActions.Invoking(() => new WriteOptions { MaxConcurrency = most }).Should().Throw<ArgumentOutOfRangeException>().WithMessage("MaxConcurrency*");

    [Fact]
    public void A_value_that_an_enumeration_does_not_have_is_refused()
    {
        new WriteOptions { RefusedCall = RefusedCall.Report, Lane = RequestLane.Bulk }.Lane.Should().Be(RequestLane.Bulk);
        FluentActions.Invoking(() => new WriteOptions { RefusedCall = (RefusedCall)2 }).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*RefusedCall*");
        FluentActions.Invoking(() => new WriteOptions { Lane = (RequestLane)2 }).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*Lane*");
    }

    [Fact]
    public void A_negative_total_and_a_time_limit_of_nothing_are_refused()
    {
        new WriteOptions { ExpectedTotal = 0 }.ExpectedTotal.Should().Be(0);
        FluentActions.Invoking(() => new WriteOptions { ExpectedTotal = -1 }).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*ExpectedTotal*");
        FluentActions.Invoking(() => new WriteOptions { TimeLimit = TimeSpan.Zero }).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*TimeLimit*");
    }
}
