using FsCheck;
using FsCheck.Fluent;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests.Throttling;

public sealed class QuotaLedgerExactnessTests
{
    private static readonly TimeSpan Forever = TimeSpan.FromDays(365);

    [Fact]
    public void The_server_never_sees_more_calls_than_a_window_allows()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Cases(), load =>
        {
            var tenant = new SimulatedTenant(load.Offset);
            var simulation = Run(load, tenant);

            tenant.Refused.Should().Be(0);
            simulation.Failed.Should().Be(0);
            simulation.Admitted.Should().Be(load.Calls);
            var ceiling = Math.Max(1, load.Limit * load.Percent / 100);
            tenant.Calls.Where(entry => entry.Key.Window == "minute").Should().OnlyContain(entry => entry.Value <= ceiling);
        }));
    }

    [Fact]
    public void Without_latency_the_calls_take_as_few_windows_as_they_can()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Cases(), any =>
        {
            var load = any with { MaxLatency = TimeSpan.Zero, Percent = 100, Spread = TimeSpan.Zero, OtherLimit = 1_000_000 };
            var tenant = new SimulatedTenant(load.Offset);
            Run(load, tenant);

            int[] perWindow = [.. tenant.Calls.Where(entry => entry.Key.Window == "minute").OrderBy(entry => entry.Key.Instance).Select(entry => entry.Value)];
            perWindow.Should().HaveCount((load.Calls + load.Limit - 1) / load.Limit);
            perWindow[..^1].Should().AllBeEquivalentTo(load.Limit);
        }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3000)]
    [InlineData(-1234)]
    [InlineData(999)]
    [InlineData(3000)]
    public void A_thousand_calls_at_a_hundred_a_minute_take_exactly_ten_windows(int offset)
    {
        using VirtualClock clock = new();
        var tenant = new SimulatedTenant(TimeSpan.FromMilliseconds(offset));
        var simulation = new Simulation(clock, tenant, () => TimeSpan.Zero);
        var sync = simulation.Ledger.Buckets(new QuotaOptions())[QuotaBuckets.Sync];
        for (var i = 0; i < 1_000; i++)
        {
            simulation.Call(sync, RequestLane.Bulk, TimeSpan.Zero, Forever);
        }

        simulation.Run();

        tenant.Refused.Should().Be(0);
        tenant.Calls.Where(entry => entry.Key.Window == "sync-minute").Select(entry => entry.Value).Should().HaveCount(10).And.OnlyContain(calls => calls == 100);
        (clock.GetUtcNow() - VirtualClock.DefaultStart).Should().BeLessThan(TimeSpan.FromMinutes(9));
    }

    [Theory]
    [InlineData(10.4)]
    [InlineData(-10.4)]
    [InlineData(0.2)]
    public void When_a_clock_is_set_no_more_than_the_calls_of_one_window_are_refused(double minutes)
    {
        var step = TimeSpan.FromMinutes(minutes);
        using VirtualClock clock = new();
        var simulation = new Simulation(clock, new SimulatedTenant(TimeSpan.Zero), () => TimeSpan.FromMilliseconds(10));
        var bucket = simulation.Ledger.Buckets(Options(limit: 50))["one"];
        simulation.Call(bucket, RequestLane.Interactive, TimeSpan.Zero, Forever);
        simulation.Run();

        clock.Set(clock.GetUtcNow() + step);
        var tenant = new SimulatedTenant(-step);
        simulation.Tenant = tenant;
        for (var i = 0; i < 300; i++)
        {
            simulation.Call(bucket, RequestLane.Bulk, TimeSpan.Zero, Forever);
        }

        simulation.Run();

        simulation.Admitted.Should().Be(301);
        tenant.Refused.Should().BeLessThanOrEqualTo(50);
        tenant.Calls.Keys.Count(key => key.Window == "minute").Should().BeLessThanOrEqualTo(8);
    }

    private static Simulation Run(Load load, SimulatedTenant tenant)
    {
        using VirtualClock clock = new(new DateTimeOffset(2026, 6, 4, 12, 0, 0, TimeSpan.Zero) + load.Start);
        Random random = new(load.Seed);
        var simulation = new Simulation(clock, tenant, () => load.MaxLatency * random.NextDouble());
        var options = Options(load.Limit, load.Share, load.OtherLimit);
        var others = Options(load.Limit, load.Share / 2, load.OtherLimit);
        for (var i = 0; i < load.Calls; i++)
        {
            var bucket = simulation.Ledger.Buckets(load.Spread > TimeSpan.Zero && i % 3 == 0 ? others : options)[i % 2 == 0 ? "one" : "two"];
            var lane = i % 5 == 0 ? RequestLane.Interactive : RequestLane.Bulk;
            simulation.Call(bucket, lane, load.Spread * random.NextDouble(), Forever);
        }

        simulation.Run();
        return simulation;
    }

    private static QuotaOptions Options(int limit, double share = 1, int otherLimit = 1_000_000)
    {
        QuotaWindow minute = new("minute", TimeSpan.FromMinutes(1), limit);
        return new()
        {
            Share = share,
            Buckets =
            {
                ["one"] = [minute, new("ten-minutes", TimeSpan.FromMinutes(10), limit * 8)],
                ["two"] = [new("five-seconds", TimeSpan.FromSeconds(5), otherLimit), minute],
            },
        };
    }

    private static Arbitrary<Load> Cases() => (
        from calls in Gen.Choose(1, 400)
        from limit in Gen.Choose(1, 60)
        from other in Gen.Choose(1, 20)
        from percent in Gen.Choose(10, 100)
        from offset in Gen.Choose(-3_000, 3_000)
        from start in Gen.Frequency((1, Gen.Choose(0, 59_999)), (1, Gen.Choose(55_000, 59_999)))
        from latency in Gen.Choose(0, 700)
        from spread in Gen.Choose(1, 180)
        from seed in Gen.Choose(0, int.MaxValue)
        select new Load(
            Math.Min(calls, limit * 8), limit, other, percent, TimeSpan.FromMilliseconds(offset), TimeSpan.FromMilliseconds(start),
            TimeSpan.FromMilliseconds(latency), TimeSpan.FromSeconds(spread), seed)).ToArbitrary();

    private sealed record Load(
        int Calls, int Limit, int OtherLimit, int Percent, TimeSpan Offset, TimeSpan Start, TimeSpan MaxLatency, TimeSpan Spread, int Seed)
    {
        public double Share => Percent / 100.0;
    }
}
