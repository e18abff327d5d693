using Gainsight.Client.TestSupport;
using Microsoft.Extensions.Logging.Testing;

namespace Gainsight.Client.Tests.Throttling;

/// <summary>Hosts that share a store, each with its own ledger, 30 seconds into a minute. One bucket has a hundred calls a minute, another one ten an hour.</summary>
internal sealed class SharedFixture : IDisposable
{
    public const string Main = "main";
    public const string Rare = "rare";
    public const string Tenant = "acme.gainsightcloud.com";

    public SharedFixture(int hosts)
    {
        Memory = new(Clock);
        Stores = [.. Enumerable.Range(0, hosts).Select(_ => new ObservedStore(Memory))];
        Hosts = [.. Stores.Select(store => new QuotaLedger(new HostClock(Clock), tenant: Tenant, store: store, logger: Log))];
        for (var i = 0; i < hosts; i++)
        {
            LearnClock(Hosts[i]);
        }

        Stores.ForEach(store => store.Requests.Clear());
    }

    public VirtualClock Clock { get; } = new();

    public InMemoryQuotaStore Memory { get; }

    public List<ObservedStore> Stores { get; }

    public List<QuotaLedger> Hosts { get; }

    public FakeLogger Log { get; } = new();

    public QuotaOptions Options { get; } = With();

    public DateTimeOffset NextMinuteAt => Clock.GetUtcNow() + TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(Clock.GetUtcNow().Ticks % TimeSpan.TicksPerMinute);

    public static QuotaOptions With(double share = 1, double shareWithoutStore = 0, int limit = 100)
    {
        QuotaWindow minute = new("minute", TimeSpan.FromMinutes(1), limit), day = new("day", TimeSpan.FromDays(1), 10_000);
        return new()
        {
            Share = share,
            ShareWithoutStore = shareWithoutStore,
            Buckets =
            {
                [Main] = [minute, day],
                [Rare] = [new("rare-hour", TimeSpan.FromHours(1), 10), day],
                ["clock"] = [new("clock-minute", TimeSpan.FromMinutes(1), 1_000)],
            },
        };
    }

    public Task<QuotaLedger.Permit> Take(int host, RequestLane lane = RequestLane.Bulk, TimeSpan? maxWait = null, string bucket = Main, QuotaOptions? options = null, CancellationToken token = default) =>
        Hosts[host].AcquireAsync(Hosts[host].Buckets(options ?? Options)[bucket], lane, maxWait ?? TimeSpan.FromHours(1), token).AsTask();

    /// <summary>Makes calls, and returns how many got a permit at once.</summary>
    public int Use(int host, int calls, RequestLane lane = RequestLane.Bulk, string bucket = Main, QuotaOptions? options = null)
    {
        var used = 0;
        for (; used < calls; used++)
        {
            using CancellationTokenSource cancellation = new();
            var taken = Take(host, lane, bucket: bucket, options: options, token: cancellation.Token);
            if (!taken.IsCompletedSuccessfully)
            {
                cancellation.Cancel();
                break;
            }

            Answer(host, taken);
        }

        return used;
    }

    public void Answer(int host, Task<QuotaLedger.Permit> permit) => Hosts[host].Answered(permit.GetAwaiter().GetResult(), DateNow());

    public DateTimeOffset Refuse(int host, Task<QuotaLedger.Permit> permit) => Hosts[host].Refused(permit.GetAwaiter().GetResult(), DateNow(), retryAfter: null);

    /// <summary>Ends the last client of a host.</summary>
    public Task End(int host)
    {
        Hosts[host].Suspend();
        return Hosts[host].GiveBack();
    }

    public QuotaSnapshot Snapshot(int host, QuotaOptions? options = null) => Hosts[host].Snapshot(options ?? Options);

    /// <summary>Advances the clock to the beginning of the next minute, which all hosts are then sure of.</summary>
    public void NextMinute() => Clock.Advance(NextMinuteAt - Clock.GetUtcNow());

    public void Dispose() => Clock.Dispose();

    /// <summary>Two answers, half a second apart, that pin the server's clock to the host's.</summary>
    private void LearnClock(QuotaLedger host)
    {
        var bucket = host.Buckets(Options)["clock"];
        host.Answered(host.AcquireAsync(bucket, RequestLane.Interactive, TimeSpan.Zero, default).AsTask().GetAwaiter().GetResult(), Clock.GetUtcNow());
        Clock.Advance(TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1));
        host.Answered(host.AcquireAsync(bucket, RequestLane.Interactive, TimeSpan.Zero, default).AsTask().GetAwaiter().GetResult(), Clock.GetUtcNow().AddTicks(1) - TimeSpan.FromSeconds(1));
        Clock.Advance(TimeSpan.FromTicks(1));
    }

    private DateTimeOffset DateNow() => Clock.GetUtcNow().AddTicks(-(Clock.GetUtcNow().Ticks % TimeSpan.TicksPerSecond));
}
