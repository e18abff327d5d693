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

            var charges = tenant.Take(request, mayGrant: quiet <= TimeSpan.Zero, _time.GetUtcNow());
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
        private readonly Dictionary<(string Window, TimeSpan Length), SortedDictionary<long, Instance>> _windows = [];

        public Dictionary<string, DateTimeOffset> Closed { get; } = new(StringComparer.Ordinal);

        public List<Action<QuotaNotice>> Listeners { get; } = [];

        public void Forget()
        {
            _windows.Clear();
            Closed.Clear();
        }

        public QuotaCharge[] Take(QuotaRequest request, bool mayGrant, DateTimeOffset now)
        {
            var granted = mayGrant ? request.Wanted : 0;
            foreach (var claim in request.Claims)
            {
                var (own, before) = StateOf(claim);
                granted = Math.Min(granted, Math.Min(LimitOf(claim, own, before), claim.Share) - own.Used + claim.Held);
            }

            granted = Math.Max(granted, 0);
            var charges = new QuotaCharge[request.Claims.Count];
            for (var i = 0; i < charges.Length; i++)
            {
                var claim = request.Claims[i];
                var (own, before) = StateOf(claim);
                var charged = granted - claim.Held;
                if (request.Wanted > 0)
                {
                    // Another bucket of the host may hold more of a window that both have.
                    charged = Math.Max(charged, 0);
                }

                var limit = LimitOf(claim, own, before);
                own = own with
                {
                    Used = Math.Max(own.Used + charged, 0),
                    Limit = own.Limit == 0 ? claim.Limit : Math.Min(own.Limit, claim.Limit),
                    Hosts = own.Hosts + (claim.IsFirst ? 1 : 0),
                    Expires = now + (2 * claim.Length) + TimeSpan.FromMinutes(1),
                };
                var instances = _windows[(claim.Window, claim.Length)];
                instances[claim.Number] = own;

                // Hosts that do not know Gainsight's clock yet can be far ahead, so the store's clock must say as well that an instance has ended.
                var newest = instances.Keys.Last();
                while (instances.Keys.First() is var oldest && (newest - oldest - 2) * claim.Length > Apart && instances[oldest].Expires < now)
                {
                    instances.Remove(oldest);
                }

                charges[i] = new(charged, own.Used, limit) { Hosts = Math.Max(own.Hosts, before.Hosts) };
            }

            return charges;
        }

        private static int LimitOf(QuotaClaim claim, Instance own, Instance before) =>
            Math.Min(claim.Limit, Math.Min(own.Limit == 0 ? int.MaxValue : own.Limit, before.Limit == 0 ? int.MaxValue : before.Limit));

        /// <summary>The instance of a claim, with what the claim knows of a lost memory, and the instance before.</summary>
        private (Instance Own, Instance Before) StateOf(QuotaClaim claim)
        {
            if (!_windows.TryGetValue((claim.Window, claim.Length), out var instances))
            {
                _windows.Add((claim.Window, claim.Length), instances = []);
            }

            return (instances.GetValueOrDefault(claim.Number).With(claim), instances.GetValueOrDefault(claim.Number - 1));
        }
    }

    /// <summary>What is counted of an instance of a window.</summary>
    /// <param name="Used">The permits of all hosts.</param>
    /// <param name="Limit">The smallest limit, or 0 before the first claim.</param>
    /// <param name="Hosts">The hosts with lists and streams.</param>
    /// <param name="Expires">When the instance has ended, by the store's clock.</param>
    /// <param name="Reported">What hosts reported that a lost memory had counted for them.</param>
    /// <param name="Known">The most that a host knew of that memory.</param>
    private readonly record struct Instance(int Used, int Limit, int Hosts, DateTimeOffset Expires, int Reported, int Known)
    {
        /// <summary>Counts what a lost memory had counted, except for the host's own part, which is charged.</summary>
        public Instance With(QuotaClaim claim)
        {
            if (claim.Known == 0)
            {
                return this;
            }

            var (reported, known) = (Reported - claim.Held, Math.Max(Known, claim.Known));
            return this with { Used = Used + Math.Max(reported, known) - Math.Max(Reported, Known) + claim.Held, Reported = reported, Known = known };
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
