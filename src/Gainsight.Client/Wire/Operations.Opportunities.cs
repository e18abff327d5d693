namespace Gainsight.Client;

/// <content>The calls of opportunities.</content>
internal static partial class Operations
{
    public static Operation OpportunitiesInsert { get; } = new(
        "Opportunities.Insert", HttpMethod.Post, "/v1/data/objects/gs_opportunity", QuotaBuckets.Sync, RetrySafety.Unsafe,
        Confidence.Unknown, "Renewal Center API documentation names the operation; the path is that of other objects");

    public static Operation OpportunitiesUpdate { get; } = new(
        "Opportunities.Update", HttpMethod.Put, "/v1/data/objects/gs_opportunity", QuotaBuckets.Sync, RetrySafety.Idempotent,
        Confidence.Unknown, "Renewal Center API documentation names the operation; the path is that of other objects");

    public static Operation OpportunitiesQuery { get; } = new(
        "Opportunities.Query", HttpMethod.Post, "/v1/data/objects/query/gs_opportunity", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Inferred, "The query call of other objects; the object's name is inferred");

    private static Operation[] Opportunities =>
    [
        OpportunitiesInsert, OpportunitiesUpdate, OpportunitiesQuery,
    ];
}
