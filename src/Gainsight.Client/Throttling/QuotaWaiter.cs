namespace Gainsight.Client;

/// <summary>A call that waits in the ledger's queue for its permit. Guarded by the ledger's lock.</summary>
internal sealed class QuotaWaiter(QuotaLedger ledger, QuotaBucket bucket, RequestLane lane, long deadline)
    : TaskCompletionSource<QuotaLedger.Permit>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public QuotaBucket Bucket { get; } = bucket;

    public RequestLane Lane { get; } = lane;

    /// <summary>The local time (UTC ticks) at which the call fails instead of waiting longer.</summary>
    public long Deadline { get; } = deadline;

    /// <summary>The position in the order of arrival, over all buckets.</summary>
    public long Number { get; set; }

    /// <summary>The node in the bucket's queue while the call waits.</summary>
    public LinkedListNode<QuotaWaiter>? Node { get; set; }

    public CancellationTokenRegistration Registration { get; set; }

    public void Cancel(CancellationToken cancellationToken) => ledger.Cancel(this, cancellationToken);
}
