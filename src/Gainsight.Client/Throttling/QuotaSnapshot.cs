namespace Gainsight.Client;

/// <summary>The remaining quota of the tenant, as this process sees it.</summary>
/// <remarks>
/// Calls of other integrations are not counted, because Gainsight does not report the remaining quota (no such header is documented). Calls of
/// other processes are counted with <see cref="QuotaOptions.Store"/>, as of the last time that this process asked it. All numbers are from the
/// same moment.
/// </remarks>
public sealed class QuotaSnapshot
{
    /// <summary>How calls are counted at the moment: alone, together with other hosts, or without the store because it is away.</summary>
    public QuotaMode Mode { get; init; }

    /// <summary>Every window of <see cref="QuotaOptions.Buckets"/>, each once.</summary>
    public IReadOnlyList<QuotaWindowStatus> Windows { get; init; } = [];

    /// <summary>
    /// The buckets that are closed because Gainsight refused a call, with the time (UTC) of the next try. Usually empty. If not,
    /// another integration uses the tenant's quota, or a limit is lower than configured.
    /// </summary>
    public IReadOnlyDictionary<string, DateTimeOffset> ClosedBuckets { get; init; } = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);

    /// <summary>The number of single calls that wait for a window to open, of all clients of the tenant in this process.</summary>
    public int WaitingInteractive { get; init; }

    /// <summary>The number of calls of lists and streams that wait for a window to open, of all clients of the tenant in this process.</summary>
    public int WaitingBulk { get; init; }
}
