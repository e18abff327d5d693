namespace Gainsight.Client;

/// <content>The calls of the record API.</content>
internal static partial class Operations
{
    public static Operation RecordsInsert { get; } = new(
        "Records.Insert", HttpMethod.Post, "/v1/data/objects/{object}", QuotaBuckets.Sync, RetrySafety.Unsafe,
        Confidence.Official, "Company API documentation");

    public static Operation RecordsUpdate { get; } = new(
        "Records.Update", HttpMethod.Put, "/v1/data/objects/{object}", QuotaBuckets.Sync, RetrySafety.Idempotent,
        Confidence.Live, "Connectors that run against tenants; the official page at second hand");

    public static Operation RecordsQuery { get; } = new(
        "Records.Query", HttpMethod.Post, "/v1/data/objects/query/{object}", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Official, "Company and Custom Object API documentation, samples");

    public static Operation RecordsDelete { get; } = new(
        "Records.Delete", HttpMethod.Delete, "/v1/data/objects/{object}/{id}", QuotaBuckets.Sync, RetrySafety.Idempotent,
        Confidence.Live, "Connectors that run against tenants; the official page at second hand");

    private static Operation[] Records =>
    [
        RecordsInsert, RecordsUpdate, RecordsQuery, RecordsDelete,
    ];
}
