using Gainsight.Client.IntegrationTests.Query;

namespace Gainsight.Client.IntegrationTests.Changes;

/// <summary>Hosts whose clock is set between two reads.</summary>
public sealed class ClockStepTests
{
    [Theory]
    [InlineData(-60, 0)]
    [InlineData(0, 60)]
    [InlineData(60, 0)]
    [InlineData(0, -60)]
    public async Task A_read_after_the_clock_was_set_does_not_catch_up_with_the_future(int before, int after)
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, 3);
        tenant.Clock.Advance(Feed.Settled);
        var clock = new HostClock(tenant.Clock) { Ahead = TimeSpan.FromMinutes(before) };
        var gainsight = tenant.CreateClient(options => options.TimeProvider = clock);
        var checkpoint = (await Feed.ReadAsync(gainsight, ChangeCheckpoint.Beginning))[^1].Checkpoint;

        clock.Ahead = TimeSpan.FromMinutes(after);
        tenant.Clock.Advance(Feed.Settled);
        var stepped = await Feed.ReadAsync(gainsight, checkpoint);
        tenant.Companies.Update(gsids[1], ("Name", "changed"));
        tenant.Clock.Advance(Feed.Settled);
        var next = await Feed.ReadAsync(gainsight, stepped[^1].Checkpoint);

        stepped.Should().ContainSingle().Which.At.Should().BeOnOrBefore(tenant.Clock.GetUtcNow() - Feed.Settled - ChangesClient.SettleTime);
        next.Of(ChangeKind.Upserted).Should().Equal(gsids[1]);
    }

    [Fact]
    public async Task A_read_of_a_process_that_slept_goes_on_from_a_checkpoint_of_another()
    {
        await using var tenant = await Tenant.StartAsync();
        var gsids = KeysetTests.Insert(tenant, 3);
        tenant.Clock.Advance(Feed.Settled);
        var clock = new HostClock(tenant.Clock);
        var sleeper = tenant.CreateClient(options => options.TimeProvider = clock);
        await Feed.ReadAsync(sleeper, ChangeCheckpoint.Beginning);

        tenant.Clock.Advance(TimeSpan.FromHours(5));
        clock.Slept = TimeSpan.FromHours(5);
        var checkpoint = (await Feed.ReadAsync(tenant.CreateClient(), ChangeCheckpoint.Beginning))[^1].Checkpoint;
        tenant.Companies.Update(gsids[1], ("Name", "changed"));
        tenant.Clock.Advance(Feed.Settled);
        var next = await Feed.ReadAsync(sleeper, checkpoint);

        next.Of(ChangeKind.Upserted).Should().Equal(gsids[1]);
    }

    /// <summary>The tenant's clock as a host shows it: some time ahead, with time stamps that do not count the time that the host slept.</summary>
    private sealed class HostClock(TimeProvider clock) : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public TimeSpan Slept { get; set; }

        public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

        public override long TimestampFrequency => clock.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + Ahead;

        public override long GetTimestamp() => clock.GetTimestamp() - (Slept.Ticks * clock.TimestampFrequency / TimeSpan.TicksPerSecond);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            clock.CreateTimer(callback, state, dueTime, period);
    }
}
