using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Simulation;

/// <summary>Many hosts and tenants with the store in memory, on a virtual clock and one thread. Equal settings give equal results.</summary>
internal sealed class ScaleRun : IDisposable
{
    /// <summary>The hosts with bulk work for a <see cref="TenantKind.Shared"/> tenant.</summary>
    private const int SharedHosts = 4;

    private static readonly DateTimeOffset Start = new(2026, 6, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly ScaleSettings _settings;
    private readonly Random _random;
    private readonly Queue<ScaleHost> _touched = new();
    private readonly List<ScaleTenant> _tenants = [];
    private readonly List<ScaleHost[]> _hosts = [];

    public ScaleRun(ScaleSettings settings)
    {
        _settings = settings;
        _random = new(settings.Seed);
        Network = new(_random);
        InMemoryQuotaStore memory = new(Clock);
        QuotaOptions options = new();
        TimeSpan[] clocks = [.. Enumerable.Range(0, settings.Hosts).Select(_ => Seconds(-1.5, 1.5))];
        for (var i = 0; i < settings.Tenants; i++)
        {
            ScaleTenant tenant = new(i, (TenantKind)(i % 3), Seconds(-1.5, 1.5));
            _tenants.Add(tenant);
            _hosts.Add([.. clocks.Select((offset, host) => new ScaleHost(this, host, tenant, options, memory, offset))]);
        }
    }

    public VirtualClock Clock { get; } = new(Start);

    public Network Network { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public TimeSpan Elapsed => Now - Start;

    /// <summary>Runs to the end.</summary>
    public ScaleResult Run()
    {
        // With the context of a test, what the ledger awaits would go on in other threads.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return RunOnThisThread();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    /// <summary>Does something after a time.</summary>
    public void After(TimeSpan delay, Action action) => _ = Clock.CreateTimer(static state => ((Action)state!)(), action, delay, Timeout.InfiniteTimeSpan);

    /// <summary>Notes that permits of a host may have come.</summary>
    public void Touch(ScaleHost host)
    {
        if (!host.IsTouched)
        {
            host.IsTouched = true;
            _touched.Enqueue(host);
        }
    }

    /// <summary>Whether a host cannot reach the store now.</summary>
    public bool IsCut(ScaleHost host) => _settings.IsPartitioned(host.Number, Elapsed);

    public void Dispose() => Clock.Dispose();

    private ScaleResult RunOnThisThread()
    {
        for (var i = 0; i < _tenants.Count; i++)
        {
            Begin(_tenants[i].Kind, _hosts[i]);
        }

        if (_settings.Partition)
        {
            // Stores tell hosts whose connection is back that notices may be missing.
            After(_settings.PartitionEnd + TimeSpan.FromMilliseconds(500), () =>
            {
                foreach (var host in _hosts.SelectMany(hosts => hosts.Where(host => _settings.IsPartitioned(host.Number))))
                {
                    host.Hear(new(QuotaNoticeKind.Missed));
                }
            });
        }

        Collect();
        var end = Start + (_settings.Minutes * ScaleSettings.Window);
        while (Clock.NextTimer is { } next && next <= end)
        {
            Clock.AdvanceTo(next);
            Collect();
        }

        return ScaleResult.Of(_settings, _tenants, Start);
    }

    private void Begin(TenantKind kind, ScaleHost[] hosts)
    {
        foreach (var host in hosts.Take(kind switch { TenantKind.Busy => hosts.Length, TenantKind.Shared => SharedHosts, _ => 0 }))
        {
            var begin = Seconds(0, 20);
            After(begin, host.Work);
            After(begin, host.Work);
        }

        // Single calls of any host, at random: a tenth, a fifth and two thirds of the limit.
        Interactive(hosts, ScaleSettings.Window / kind switch { TenantKind.Busy => 10, TenantKind.Shared => 20, _ => 67 });
    }

    private void Interactive(ScaleHost[] hosts, TimeSpan every) => After(every * -Math.Log(1 - _random.NextDouble()), () =>
    {
        hosts[_random.Next(hosts.Length)].Call(RequestLane.Interactive);
        Interactive(hosts, every);
    });

    private void Collect()
    {
        while (_touched.TryDequeue(out var host))
        {
            host.Collect();
        }
    }

    private TimeSpan Seconds(double low, double high) => TimeSpan.FromSeconds(low + ((high - low) * _random.NextDouble()));
}
