namespace Gainsight.Client;

/// <summary>The tenant's limits, and this process's share of them.</summary>
/// <remarks>
/// All clients of a tenant in this process count in one ledger, whatever their options. Calls of other processes and
/// integrations are not seen: leave room for them with <see cref="Share"/>.
/// </remarks>
public sealed partial class QuotaOptions
{
    /// <summary>The part of every limit that this process uses, so that room is left for other integrations: above 0, at most 1. 1 unless set. At least one call is left of every limit.</summary>
    public double Share { get; set; } = 1.0;

    /// <summary>
    /// The longest a call waits for a window to open, all its waits together, before it fails with
    /// <see cref="GainsightQuotaExceededException"/>, which is thrown at once when the wait is foreseeable.
    /// <see cref="TimeSpan.Zero"/> never waits; at most a day, the longest of Gainsight's windows. 1 hour unless set.
    /// </summary>
    public TimeSpan MaxQueueWait { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// The windows of each bucket; a call is sent when every window of its bucket has room. The keys are those of
    /// <see cref="QuotaBuckets"/>, which state the defaults and how well they are known.
    /// </summary>
    /// <remarks>
    /// To change a limit, <see cref="SetLimit"/> is enough. In a list of your own, put first the window that is the bucket's
    /// own and not shared: when Gainsight refuses a call of the bucket, it counts as used up, unless another of the bucket's
    /// windows is shorter. Nothing tells then which of them is used up, and one call tries again whenever the shortest opens.
    /// </remarks>
    public IDictionary<string, IReadOnlyList<QuotaWindow>> Buckets { get; } = QuotaBuckets.Defaults();

    /// <summary>Changes the limit of a window in every bucket it stands in.</summary>
    /// <param name="window">The window's name, such as <c>sync-day</c>.</param>
    /// <param name="limit">The calls that the tenant may make in one window, at least 1.</param>
    /// <exception cref="ArgumentException">No bucket has a window of that name.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is below 1.</exception>
    public void SetLimit(string window, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var found = false;
        foreach (var bucket in Buckets.Keys.ToArray())
        {
            if (Buckets[bucket].Any(w => w.Name == window))
            {
                Buckets[bucket] = [.. Buckets[bucket].Select(w => w.Name == window ? w with { Limit = limit } : w)];
                found = true;
            }
        }

        if (!found)
        {
            var names = Buckets.Values.SelectMany(windows => windows).Select(w => w.Name).Distinct(StringComparer.Ordinal);
            throw new ArgumentException($"There is no quota window '{window}'. The windows are: {string.Join(", ", names)}.", nameof(window));
        }
    }
}
