namespace Gainsight.Client.Tests;

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
}
