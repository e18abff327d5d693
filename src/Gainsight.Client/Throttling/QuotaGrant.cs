namespace Gainsight.Client;

/// <summary>The answer of an <see cref="IQuotaStore"/>.</summary>
/// <param name="Epoch">The memory of the store, above 0: another number says that it lost what it knew. If the host asked with yet another one, nothing was counted and <paramref name="Charges"/> is empty.</param>
/// <param name="Charges">What was counted, in the order of the claims.</param>
public sealed record QuotaGrant(long Epoch, IReadOnlyList<QuotaCharge> Charges)
{
    /// <summary>How long the store grants nothing, because it lost its memory and the hosts still report their calls. Usually zero.</summary>
    public TimeSpan RetryAfter { get; init; }

    /// <summary>When the bucket opens that a host closed, by Gainsight's clock, or null. A time in the past has no effect.</summary>
    public DateTimeOffset? ClosedUntil { get; init; }
}
