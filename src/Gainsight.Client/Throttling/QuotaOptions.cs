namespace Gainsight.Client;

/// <summary>The tenant's limits, and this process's share of them.</summary>
public sealed class QuotaOptions
{
    /// <summary>The part of every limit that this process uses, so that room is left for other integrations: above 0, at most 1. 1 unless set.</summary>
    public double Share { get; set; } = 1.0;

    /// <summary>The longest a call waits for a window to open before it fails with <see cref="GainsightQuotaExceededException"/>. 1 hour unless set.</summary>
    public TimeSpan MaxQueueWait { get; set; } = TimeSpan.FromHours(1);
}
