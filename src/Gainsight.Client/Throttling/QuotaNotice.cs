namespace Gainsight.Client;

/// <summary>What an <see cref="IQuotaStore"/> tells its listeners.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Bucket">For <see cref="QuotaNoticeKind.Closed"/>: the bucket.</param>
/// <param name="Until">For <see cref="QuotaNoticeKind.Closed"/>: when it opens, by Gainsight's clock.</param>
public readonly record struct QuotaNotice(QuotaNoticeKind Kind, string Bucket = "", DateTimeOffset Until = default);
