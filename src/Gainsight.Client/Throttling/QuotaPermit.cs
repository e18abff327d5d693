namespace Gainsight.Client;

/// <summary>The right to send one call. Its holder reports the end of the call to the ledger exactly once.</summary>
/// <param name="Bucket">The bucket in which the call counts.</param>
/// <param name="GrantedAt">The time of the permit, in local UTC ticks.</param>
/// <param name="ClockTrial">The number of the trial for the server's clock that this call is, or 0.</param>
/// <param name="BucketTrial">The number of the trial for a closed bucket that this call is, or 0.</param>
internal readonly record struct QuotaPermit(QuotaBucket Bucket, long GrantedAt, int ClockTrial, int BucketTrial);
