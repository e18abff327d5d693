using FsCheck;
using FsCheck.Fluent;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Tests.Throttling;

/// <summary>Hosts whose clocks differ, a store, and a tenant: never over a limit, and hardly a permit unused.</summary>
public sealed class SharedQuotaExactnessTests
{
    private static readonly TimeSpan Forever = TimeSpan.FromDays(365);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, -3)]
    [InlineData(-3, 3)]
    [InlineData(1.234, 2.9)]
    public void Four_hosts_make_a_thousand_calls_in_at_most_eleven_windows_with_few_requests(double hostSkew, double tenantSkew)
    {
        using VirtualClock clock = new();
        var tenant = new SimulatedTenant(TimeSpan.FromSeconds(tenantSkew));
        var run = new Hosts(clock, tenant, 4, i => TimeSpan.FromSeconds(hostSkew) * (i - 1.5) / 1.5, () => TimeSpan.FromMilliseconds(15));
        run.Work(calls: 1_000, concurrency: 4, new QuotaOptions(), QuotaBuckets.Sync, RequestLane.Bulk);

        run.Simulation.Run();

        run.Simulation.Admitted.Should().Be(1_000);
        tenant.Refused.Should().Be(0);
        int[] windows = [.. tenant.Calls.Where(entry => entry.Key.Window == "sync-minute").OrderBy(entry => entry.Key.Instance).Select(entry => entry.Value)];
        windows.Length.Should().BeLessThanOrEqualTo(11);
        windows.Should().OnlyContain(calls => calls <= 100);
        run.RoundTrips.Should().BeLessThanOrEqualTo(150);
    }

    [Fact]
    public void Eight_hosts_with_interactive_calls_are_never_over()
    {
        using VirtualClock clock = new();
        var tenant = new SimulatedTenant(TimeSpan.FromSeconds(-2));
        Random random = new(7);
        var run = new Hosts(clock, tenant, 8, i => TimeSpan.FromSeconds((i % 7) - 3), () => TimeSpan.FromMilliseconds(random.Next(1, 250)));
        run.Work(calls: 800, concurrency: 3, new QuotaOptions(), QuotaBuckets.Sync, RequestLane.Interactive);

        run.Simulation.Run();

        run.Simulation.Admitted.Should().Be(800);
        tenant.Refused.Should().Be(0);
        tenant.Calls.Keys.Count(key => key.Window == "sync-minute").Should().BeLessThanOrEqualTo(9);
    }

    /// <summary>A host and the tenant differ by less than 5 seconds, the most that a host assumes before the first answer.</summary>
    [Fact]
    public void Whatever_hosts_do_the_tenant_refuses_no_call()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(Cases(), load =>
        {
            using VirtualClock clock = new(VirtualClock.DefaultStart + load.Start);
            var tenant = new SimulatedTenant(load.TenantSkew);
            Random random = new(load.Seed);
            var run = new Hosts(clock, tenant, load.Hosts, _ => TimeSpan.FromMilliseconds(random.Next(-2_000, 2_000)), () => load.MaxLatency * random.NextDouble());
            QuotaWindow minute = new("minute", TimeSpan.FromMinutes(1), load.Limit);
            QuotaOptions options = new() { Buckets = { ["one"] = [minute], ["two"] = [new("five-seconds", TimeSpan.FromSeconds(5), load.OtherLimit), minute] } };
            for (var i = 0; i < load.Calls; i++)
            {
                var host = run.Ledgers[random.Next(load.Hosts)];
                run.Simulation.Call(
                    host, host.Buckets(options)[i % 2 == 0 ? "one" : "two"], i % 5 == 0 ? RequestLane.Interactive : RequestLane.Bulk, load.Spread * random.NextDouble(), Forever);
            }

            run.Simulation.Run();

            run.Simulation.Admitted.Should().Be(load.Calls);
            tenant.Refused.Should().Be(0);
        }));
    }

    private static Arbitrary<Load> Cases() => (
        from hosts in Gen.Choose(1, 6)
        from calls in Gen.Choose(1, 300)
        from limit in Gen.Choose(1, 60)
        from other in Gen.Choose(1, 20)
        from skew in Gen.Choose(-2_900, 2_900)
        from start in Gen.Choose(0, 59_999)
        from latency in Gen.Choose(0, 300)
        from spread in Gen.Choose(1, 180)
        from seed in Gen.Choose(0, int.MaxValue)
        select new Load(
            hosts, Math.Min(calls, limit * 6), limit, other, TimeSpan.FromMilliseconds(skew), TimeSpan.FromMilliseconds(start), TimeSpan.FromMilliseconds(latency), TimeSpan.FromSeconds(spread), seed)).ToArbitrary();

    private sealed record Load(
        int Hosts, int Calls, int Limit, int OtherLimit, TimeSpan TenantSkew, TimeSpan Start, TimeSpan MaxLatency, TimeSpan Spread, int Seed);

    private sealed class Hosts
    {
        private readonly List<ObservedStore> _stores = [];

        public Hosts(VirtualClock clock, SimulatedTenant tenant, int count, Func<int, TimeSpan> skew, Func<TimeSpan> latency)
        {
            Simulation = new(clock, tenant, latency);
            InMemoryQuotaStore memory = new(clock);
            for (var i = 0; i < count; i++)
            {
                ObservedStore store = new(memory);
                _stores.Add(store);
                Ledgers.Add(new(new HostClock(clock, skew(i)), tenant: "acme", store: store));
            }
        }

        public Simulation Simulation { get; }

        public List<QuotaLedger> Ledgers { get; } = [];

        public int RoundTrips => _stores.Sum(store => store.Requests.Count);

        /// <summary>Each host makes its part of the calls, so many at a time.</summary>
        public void Work(int calls, int concurrency, QuotaOptions options, string bucket, RequestLane lane)
        {
            foreach (var host in Ledgers)
            {
                var left = calls / Ledgers.Count;
                for (var i = 0; i < concurrency; i++)
                {
                    Next();
                }

                void Next()
                {
                    if (left-- > 0)
                    {
                        Simulation.Call(host, host.Buckets(options)[bucket], lane, TimeSpan.Zero, Forever, Next);
                    }
                }
            }
        }
    }
}
