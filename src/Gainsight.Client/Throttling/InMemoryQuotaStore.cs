using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client;

/// <summary>A quota store in the memory of this process. It shows what several hosts do in one test; clients of one process need none.</summary>
/// <param name="timeProvider">The clock, or null for the system's.</param>
public sealed class InMemoryQuotaStore(TimeProvider? timeProvider = null) : IQuotaStore
{
    /// <summary>How long a store that lost its memory grants nothing.</summary>
    internal static readonly TimeSpan ReportTime = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _time = timeProvider ?? TimeProvider.System;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, TenantCounts> _tenants = new(StringComparer.OrdinalIgnoreCase);
    private long _epoch = 1;
    private long? _forgotAt;

    /// <inheritdoc/>
    public ValueTask<QuotaGrant> TakeAsync(QuotaRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<QuotaGrant>(cancellationToken);
        }

        QuotaGrant grant;
        Action<QuotaNotice>[] listeners = [];
        lock (_lock)
        {
            var tenant = Of(request.Tenant);
            var quiet = _forgotAt is { } at ? ReportTime - _time.GetElapsedTime(at) : TimeSpan.Zero;
            if (request.Epoch != 0 && request.Epoch != _epoch)
            {
                return new(new QuotaGrant(_epoch, []));
            }

            var charges = tenant.Take(request, mayGrant: quiet <= TimeSpan.Zero);
            grant = new(_epoch, charges)
            {
                RetryAfter = quiet > TimeSpan.Zero ? quiet : TimeSpan.Zero,
                ClosedUntil = tenant.Closed.TryGetValue(request.Bucket, out var until) ? until : null,
            };
            if (charges.Any(charge => charge.Charged < 0))
            {
                listeners = [.. tenant.Listeners];
            }
        }

        Tell(listeners, new(QuotaNoticeKind.Room));
        return new(grant);
    }

    /// <inheritdoc/>
    public ValueTask CloseAsync(string tenant, string bucket, DateTimeOffset until, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(bucket);
        Action<QuotaNotice>[] listeners;
        lock (_lock)
        {
            Of(tenant).Closed[bucket] = until;
            listeners = [.. Of(tenant).Listeners];
        }

        Tell(listeners, new(QuotaNoticeKind.Closed, bucket, until));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    [SuppressMessage("Reliability", "CA2000", Justification = "The caller owns the result.")]
    public ValueTask<IAsyncDisposable> ListenAsync(string tenant, Action<QuotaNotice> listener, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(listener);
        lock (_lock)
        {
            Of(tenant).Listeners.Add(listener);
        }

        return new(new Listening(this, tenant, listener));
    }

    /// <summary>Loses everything, like a server without persistence that is restarted.</summary>
    internal void Forget()
    {
        Action<QuotaNotice>[] listeners;
        lock (_lock)
        {
            _epoch++;
            _forgotAt = _time.GetTimestamp();
            listeners = [.. _tenants.Values.SelectMany(tenant => tenant.Listeners)];
            foreach (var tenant in _tenants.Values)
            {
                tenant.Forget();
            }
        }

        Tell(listeners, new(QuotaNoticeKind.Missed));
    }

    private static void Tell(Action<QuotaNotice>[] listeners, QuotaNotice notice)
    {
        foreach (var listener in listeners)
        {
            listener(notice);
        }
    }

    private TenantCounts Of(string tenant)
    {
        if (!_tenants.TryGetValue(tenant, out var counts))
        {
            _tenants.Add(tenant, counts = new());
        }

        return counts;
    }

    private sealed class TenantCounts
    {
        private readonly Dictionary<(string Window, TimeSpan Length), SortedDictionary<long, (int Used, int Limit, int Hosts)>> _windows = [];

        public Dictionary<string, DateTimeOffset> Closed { get; } = new(StringComparer.Ordinal);

        public List<Action<QuotaNotice>> Listeners { get; } = [];

        public void Forget()
        {
            _windows.Clear();
            Closed.Clear();
        }

        public QuotaCharge[] Take(QuotaRequest request, bool mayGrant)
        {
            var granted = mayGrant ? request.Wanted : 0;
            foreach (var claim in request.Claims)
            {
                var (used, limit, _) = StateOf(claim);
                granted = Math.Min(granted, Math.Min(limit, claim.Share) - used + claim.Held);
            }

            granted = Math.Max(granted, 0);
            var charges = new QuotaCharge[request.Claims.Count];
            for (var i = 0; i < charges.Length; i++)
            {
                var claim = request.Claims[i];
                var (used, limit, hostsBefore) = StateOf(claim);
                var charged = granted - claim.Held;
                if (request.Wanted > 0)
                {
                    // Another bucket of the host may hold more of a window that both have.
                    charged = Math.Max(charged, 0);
                }

                used = Math.Max(used + charged, 0);
                var instances = _windows[(claim.Window, claim.Length)];
                instances.TryGetValue(claim.Number, out var own);
                var hosts = own.Hosts + (claim.IsFirst ? 1 : 0);
                instances[claim.Number] = (used, own.Limit == 0 ? claim.Limit : Math.Min(own.Limit, claim.Limit), hosts);

                // Hosts that do not know Gainsight's clock yet are some seconds apart, so instances that ended half a minute ago have ended for all of them.
                var newest = instances.Keys.Last();
                while (instances.Keys.First() is var oldest && (newest - oldest - 2) * claim.Length > Apart)
                {
                    instances.Remove(oldest);
                }

                charges[i] = new(charged, used, limit) { Hosts = Math.Max(hosts, hostsBefore) };
            }

            return charges;
        }

        private (int Used, int Limit, int HostsBefore) StateOf(QuotaClaim claim)
        {
            if (!_windows.TryGetValue((claim.Window, claim.Length), out var instances))
            {
                _windows.Add((claim.Window, claim.Length), instances = []);
            }

            var limit = claim.Limit;
            if (instances.TryGetValue(claim.Number - 1, out var before))
            {
                limit = Math.Min(limit, before.Limit);
            }

            return instances.TryGetValue(claim.Number, out var own) ? (own.Used, Math.Min(limit, own.Limit), before.Hosts) : (0, limit, before.Hosts);
        }
    }

    private sealed class Listening(InMemoryQuotaStore store, string tenant, Action<QuotaNotice> listener) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            lock (store._lock)
            {
                store.Of(tenant).Listeners.Remove(listener);
            }

            return ValueTask.CompletedTask;
        }
    }
}
