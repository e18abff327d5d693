namespace Gainsight.Client;

/// <summary>The right to send one call. Whoever takes it tells the ledger, exactly once, how the call ended.</summary>
/// <param name="Bucket">The bucket the call is counted in.</param>
/// <param name="GrantedAt">When it was given, in local UTC ticks.</param>
/// <param name="ClockProbe">The number of the probe for the server's clock that the call is, or 0.</param>
/// <param name="BucketProbe">The number of the probe for a closed bucket that the call is, or 0.</param>
internal readonly record struct QuotaPermit(QuotaBucket Bucket, long GrantedAt, int ClockProbe, int BucketProbe);
