namespace Gainsight.Client;

/// <summary>The tenant's limits, and this process's share of them.</summary>
/// <remarks>
/// All clients of a tenant in this process count in one ledger, whatever their options. Calls of other processes are counted with
/// <see cref="Store"/>. Calls of other integrations are not counted: use <see cref="Share"/> to leave room for them.
/// </remarks>
public sealed class QuotaOptions
{
    /// <summary>The part of every limit that this process uses, to leave room for other integrations: above 0, at most 1. At least one call of every limit is used. Default: 1.</summary>
    public double Share { get; set; } = 1.0;

    /// <summary>
    /// The longest total time that a call waits for quota windows to open, and for its host's turn in a window that several hosts use up. A call
    /// that would wait longer fails with <see cref="GainsightQuotaExceededException"/>, at once when the wait can be foreseen.
    /// <see cref="TimeSpan.Zero"/> never waits. At most one day, the longest of Gainsight's windows. Default: 1 hour.
    /// </summary>
    public TimeSpan MaxQueueWait { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Where this process counts its calls together with other processes and hosts, or null if it counts alone. Default: null. With dependency
    /// injection, use <c>UseRedisQuota</c>, <c>UsePostgreSqlQuota</c> or <c>UseQuotaStore</c> on the builder that <c>AddGainsightClient</c> returns.
    /// The client does not dispose it.
    /// </summary>
    /// <remarks><see cref="Share"/> is then the part of the limits for all of these hosts together. Clients of one process that share a tenant need the same store.</remarks>
    public IQuotaStore? Store { get; set; }

    /// <summary>
    /// The part of every limit that this process uses while <see cref="Store"/> cannot be used, 0 to 1. With 0, calls wait until it is back. Give
    /// the hosts parts that add up to at most 1, such as 0.25 to each of four. Default: 0.
    /// </summary>
    /// <remarks>In a window that ends within a minute of the moment when the store went away, a process uses only the permits that it holds.</remarks>
    public double ShareWithoutStore { get; set; }

    /// <summary>
    /// The number of calls that the client may send in its life, beside the tenant's limits. Default: null, for any number. Retries count; requests
    /// of tokens do not. When they are used up, calls throw <see cref="GainsightQuotaExceededException"/>: a write then stops, and the rows that were not
    /// sent are <see cref="RowStatus.NotAttempted"/>. They are the last rows only if the write makes one call at a time. At least 1.
    /// </summary>
    public int? MaxCalls { get; set; }

    /// <summary>
    /// The windows of each bucket. A call is sent when every window of its bucket has room. The keys are those of
    /// <see cref="QuotaBuckets"/>, which documents the defaults and how well they are known.
    /// </summary>
    /// <remarks>
    /// Use <see cref="SetLimit"/> to change a limit. In your own list, put the window that only this bucket has first: when
    /// Gainsight refuses a call of the bucket, this window counts as used up, unless another window of the bucket is shorter.
    /// In that case it is unknown which window is used up, and one call tries again each time the shortest window opens.
    /// </remarks>
    public IDictionary<string, IReadOnlyList<QuotaWindow>> Buckets { get; } = DefaultBuckets();

    /// <summary>Changes the limit of a window in every bucket that has it.</summary>
    /// <param name="window">The window's name, such as <c>sync-day</c>.</param>
    /// <param name="limit">The number of calls that the tenant may make in one window, at least 1.</param>
    /// <exception cref="ArgumentException">No bucket has a window of that name.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is below 1.</exception>
    public void SetLimit(string window, int limit)
    {
        if (limit < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(limit), limit, LimitProblem(window, limit));
        }

        if (LimitProblem(window, limit) is { } problem)
        {
            throw new ArgumentException(problem, nameof(window));
        }

        foreach (var bucket in Buckets.Keys.ToArray())
        {
            if (Buckets[bucket].Any(w => w.Name == window))
            {
                Buckets[bucket] = [.. Buckets[bucket].Select(w => w.Name == window ? w with { Limit = limit } : w)];
            }
        }
    }

    /// <summary>Why <see cref="SetLimit"/> refuses a limit, with the remedy, or null.</summary>
    internal string? LimitProblem(string window, int limit)
    {
        if (limit < 1)
        {
            return $"The quota window '{window}' must allow at least 1 call. Give the number of calls that the tenant may make in one window.";
        }

        string[] names = [.. WindowNames()];
        return names.Contains(window, StringComparer.Ordinal)
            ? null
            : $"There is no quota window '{window}'. The windows are: {string.Join(", ", names)}.";
    }

    /// <summary>The name of a window as its buckets spell it, for a name in any case. A name of no window stays as it is.</summary>
    internal string WindowOf(string name) => WindowNames().FirstOrDefault(window => window.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name;

    private IEnumerable<string> WindowNames() => Buckets.Values.SelectMany(windows => windows).Select(window => window.Name).Distinct(StringComparer.Ordinal);

    /// <summary>The problems of the options, each with its remedy.</summary>
    internal IEnumerable<OptionsProblem> Problems()
    {
        if (!(Share > 0 && Share <= 1))
        {
            yield return new("Quota.Share must be above 0 and at most 1: it is the part of the tenant's limits that this process uses.", nameof(Share));
        }

        if (!(ShareWithoutStore >= 0 && ShareWithoutStore <= 1))
        {
            yield return new("Quota.ShareWithoutStore must be 0, to wait for the store, or at most 1: it is the part of the tenant's limits that this process uses while the quota store is away.", nameof(ShareWithoutStore));
        }

        if (MaxQueueWait < TimeSpan.Zero || MaxQueueWait > TimeSpan.FromDays(1))
        {
            yield return new($"Quota.MaxQueueWait is {MaxQueueWait}; it must be between zero, to never wait, and a day, to wait for any window. In a configuration write a minute as \"00:01:00\".", nameof(MaxQueueWait));
        }

        if (MaxCalls < 1)
        {
            yield return new($"Quota.MaxCalls is {MaxCalls}. Give the number of calls that the client may send, at least 1, or leave it out.", nameof(MaxCalls));
        }

        foreach (var bucket in DefaultBuckets().Keys.Union(Buckets.Keys, StringComparer.Ordinal))
        {
            if (!Buckets.TryGetValue(bucket, out var windows) || windows is null || windows.Count == 0)
            {
                yield return new($"Quota.Buckets must keep the bucket '{bucket}' with at least one window: raise a limit instead of removing it.");
            }
        }

        foreach (var problem in WindowProblems())
        {
            yield return new(problem);
        }
    }

    private static Dictionary<string, IReadOnlyList<QuotaWindow>> DefaultBuckets()
    {
        TimeSpan minute = TimeSpan.FromMinutes(1), hour = TimeSpan.FromHours(1), day = TimeSpan.FromDays(1);
        QuotaWindow syncMinute = new("sync-minute", minute, 100), syncDay = new("sync-day", day, 50_000);
        return new(StringComparer.Ordinal)
        {
            [QuotaBuckets.Sync] = [syncMinute, syncDay],
            [QuotaBuckets.Timeline] = [new("timeline-minute", minute, 200), syncDay],
            [QuotaBuckets.Users] = [new("users-hour", hour, 100), new("users-day", day, 1_000), syncMinute, syncDay],
            [QuotaBuckets.SuccessPlans] = [new("success-plans-minute", minute, 5_000), syncDay],
            [QuotaBuckets.Async] = [new("async-hour", hour, 10), new("async-day", day, 100)],
            [QuotaBuckets.BulkPolls] = [syncMinute, syncDay],
            [QuotaBuckets.TimelineBulk] = [new("timeline-bulk-hour", hour, 12)],
        };
    }

    private IEnumerable<string> WindowProblems()
    {
        Dictionary<string, QuotaWindow> seen = new(StringComparer.Ordinal);
        foreach ((var bucket, var windows) in Buckets)
        {
            foreach (var window in windows ?? [])
            {
                if (window is null || string.IsNullOrWhiteSpace(window.Name))
                {
                    yield return $"Quota.Buckets['{bucket}'] has a window without a name.";
                    continue;
                }

                if (window.Limit < 1)
                {
                    yield return $"The quota window '{window.Name}' must allow at least 1 call.";
                }

                if (window.Length < TimeSpan.FromSeconds(1) || window.Length.Ticks % TimeSpan.TicksPerSecond != 0)
                {
                    yield return $"The length of the quota window '{window.Name}' must be whole seconds, at least one.";
                }

                if (!seen.TryAdd(window.Name, window) && seen[window.Name] != window)
                {
                    yield return $"The quota window '{window.Name}' is in several buckets with different lengths or limits. Use SetLimit, which changes all of them.";
                }
            }
        }
    }
}
