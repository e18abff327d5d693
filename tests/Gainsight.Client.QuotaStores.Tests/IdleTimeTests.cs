using Gainsight.Client.Simulation;

namespace Gainsight.Client.QuotaStores.Tests;

/// <summary>The time that processes leave unused.</summary>
public sealed class IdleTimeTests
{
    [Fact]
    public void Time_without_a_call_counts_while_permits_are_left_and_work_waits() =>
        Of(limit: 3, 9, 12.5, 12.55, 14, 15.5, 20, 21, 22).Should().Be(new IdleTime(TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(2.95)), "the second window has pauses of 1.45 and 1.5 seconds");

    [Fact]
    public void A_window_with_permits_left_is_idle_from_its_last_call_to_its_end() =>
        Of(limit: 3, 1, 1.01, 8, 11).Should().Be(new IdleTime(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(6.99)), "the first window is full and paused");

    [Fact]
    public void A_window_without_a_call_is_idle_from_its_begin() =>
        Of(limit: 1, 9, 20).Should().Be(new IdleTime(TimeSpan.FromSeconds(10), TimeSpan.Zero));

    private static IdleTime Of(int limit, params double[] seconds) =>
        IdleTime.Of([.. seconds.Select(second => new DateTimeOffset(2031, 3, 1, 12, 0, 0, TimeSpan.Zero).AddSeconds(second))], TimeSpan.FromSeconds(10), limit);
}
