namespace Gainsight.Client;

/// <summary>What is left of the tenant's quota, as this process sees it.</summary>
/// <remarks>
/// Calls of other processes and integrations are not counted, since Gainsight does not report what is left (no such header
/// is documented). Taken at once: the numbers fit each other.
/// </remarks>
public sealed class QuotaSnapshot
{
    /// <summary>Every window of <see cref="QuotaOptions.Buckets"/>, each once.</summary>
    public IReadOnlyList<QuotaWindowStatus> Windows { get; init; } = [];

    /// <summary>
    /// The buckets that take no calls because Gainsight refused one, with the time (UTC) when a call will be tried again.
    /// Usually empty; otherwise something else uses the tenant's quota, or a limit is lower than configured.
    /// </summary>
    public IReadOnlyDictionary<string, DateTimeOffset> ClosedBuckets { get; init; } = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);

    /// <summary>The single calls that wait for a window to open, of all clients of the tenant in this process.</summary>
    public int WaitingInteractive { get; init; }

    /// <summary>The calls of batches and streams that wait for a window to open, of all clients of the tenant in this process.</summary>
    public int WaitingBulk { get; init; }
}
