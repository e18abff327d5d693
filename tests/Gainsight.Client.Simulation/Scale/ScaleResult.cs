using System.Globalization;

namespace Gainsight.Client.Simulation;

/// <summary>The figures of a run.</summary>
internal sealed record ScaleResult(IReadOnlyList<KindResult> Kinds)
{
    /// <summary>In the first windows, the hosts learn the tenants' clocks.</summary>
    private const int Skipped = 2;

    private const int LongWait = 3;

    public static ScaleResult Of(ScaleSettings settings, IReadOnlyList<ScaleTenant> tenants, DateTimeOffset start) =>
        new([.. tenants.GroupBy(tenant => tenant.Kind).Select(kind => Of(settings, kind.Key, [.. kind], start))]);

    /// <summary>Whether the bounds hold: never over, 97 % of each window used while work waits, no host left behind, interactive calls within a window.</summary>
    public bool IsGood => Kinds.All(kind => kind.Refused == 0 && kind.UnfairWaits == 0
        && (kind.Kind == TenantKind.Quiet || kind.LeastUsed >= 0.97) && kind.LongestInteractiveWait <= ScaleSettings.Window);

    public void Print(TextWriter output)
    {
        foreach (var kind in Kinds)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
                {kind.Kind}: {kind.Tenants} tenants, {kind.Windows} windows
                  calls over a limit               {kind.Refused}
                  used of the windows              {kind.Used:P1}, at least {kind.LeastUsed:P1} of each in which no answer was lost
                  permits of lost answers          {kind.Lost}
                  round trips a call               {kind.RoundTripsPerCall:0.000}
                  longest wait, interactive        {kind.LongestInteractiveWait.TotalSeconds:0.0} s
                  longest wait of a host's bulk    {kind.LongestHostWait} windows
                  of these unfair                  {kind.UnfairWaits}
                  longest wait, interactive, cut   {kind.LongestCutWait.TotalSeconds:0.0} s
                """));
        }

        output.WriteLine(IsGood ? "All bounds hold." : "A bound does not hold.");
    }

    private static KindResult Of(ScaleSettings settings, TenantKind kind, ScaleTenant[] tenants, DateTimeOffset start)
    {
        List<(double Used, bool HasLoss)> windows = [];
        foreach (var tenant in tenants)
        {
            var first = tenant.Minute(start) + Skipped;
            for (var minute = first; minute < tenant.Minute(start) + settings.Minutes - 1; minute++)
            {
                windows.Add((tenant.Calls.GetValueOrDefault(minute) / (double)ScaleSettings.Limit, tenant.Lost.ContainsKey(minute)));
            }
        }

        var waits = tenants.SelectMany(tenant => BulkWaits(settings, tenant, start)).ToList();
        var single = tenants.SelectMany(tenant => tenant.InteractiveWaits).Where(wait => wait.Begin >= Skipped * ScaleSettings.Window).ToLookup(wait => IsCut(settings, wait.Host, wait.Begin, wait.Begin + wait.Wait), wait => wait.Wait);
        return new(
            kind,
            tenants.Length,
            windows.Count,
            tenants.Sum(tenant => tenant.Refused),
            windows.Average(window => window.Used),
            windows.Where(window => !window.HasLoss).Select(window => window.Used).DefaultIfEmpty(1).Min(),
            tenants.Sum(tenant => tenant.Lost.Values.Sum()),
            tenants.Sum(tenant => tenant.RoundTrips) / (double)tenants.Sum(tenant => tenant.Calls.Values.Sum()),
            single[false].DefaultIfEmpty().Max(),
            waits.Select(wait => wait.Windows).DefaultIfEmpty().Max(),
            waits.Count(wait => wait.IsUnfair),
            single[true].DefaultIfEmpty().Max());
    }

    /// <summary>The times in which a host with bulk work made no bulk call.</summary>
    private static IEnumerable<(int Windows, bool IsUnfair)> BulkWaits(ScaleSettings settings, ScaleTenant tenant, DateTimeOffset start)
    {
        var end = settings.Minutes * ScaleSettings.Window;
        var hosts = tenant.Kind switch { TenantKind.Busy => settings.Hosts, TenantKind.Shared => 4, _ => 0 };
        var served = tenant.Served.ToLookup(call => call.Host, call => call.At);
        for (var host = 0; host < hosts; host++)
        {
            var from = Skipped * ScaleSettings.Window;
            foreach (var to in served[host].Append(end).SkipWhile(at => at < from))
            {
                // Windows are fixed, so a call in one and the next call in the third window after it are three windows apart.
                var windows = (int)(tenant.Minute(start + to) - tenant.Minute(start + from));
                if (!IsCut(settings, host, from, to))
                {
                    yield return (windows, windows > LongWait && IsUnfair(tenant, hosts, from, to));
                }

                from = to;
            }
        }
    }

    private static bool IsUnfair(ScaleTenant tenant, int hosts, TimeSpan from, TimeSpan to)
    {
        var calls = tenant.Served.Where(call => call.At > from && call.At < to).CountBy(call => call.Host).ToList();
        return calls.Count > 0 && calls.Max(host => host.Value) > 2.0 * calls.Sum(host => host.Value) / hosts;
    }

    private static bool IsCut(ScaleSettings settings, int host, TimeSpan from, TimeSpan to) =>
        settings.IsPartitioned(host) && to >= settings.PartitionStart && from <= settings.PartitionEnd;
}
