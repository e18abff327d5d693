namespace Gainsight.Client;

/// <summary>The operations table: every endpoint the SDK calls, in one place.</summary>
internal static class Operations
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

    public static Operation MetadataListObjects { get; } = new(
        "Metadata.ListObjects", HttpMethod.Get, "/v1/meta/services/objects/list?po=company&em=false", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Official, "Data Management API documentation, samples");

    public static Operation MetadataDescribe { get; } = new(
        "Metadata.Describe", HttpMethod.Get, "/v1/meta/services/objects/{object}/describe?idd=true", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Live, "Connectors that run against tenants");

    public static Operation MetadataListObjectsByPost { get; } = new(
        "Metadata.ListObjectsByPost", HttpMethod.Post, "/v1/meta/services/objects", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Live, "Connectors that run against tenants");

    public static Operation MetadataDescribeMany { get; } = new(
        "Metadata.DescribeMany", HttpMethod.Post, "/v1/meta/services/objects/describe", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Official, "Data Management API documentation, samples");

    public static Operation MetadataDropdown { get; } = new(
        "Metadata.Dropdown", HttpMethod.Get, "/v1/meta/services/dropdowns/{id}", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Official, "Data Management API documentation, samples");

    public static Operation TokenRequest { get; } = new(
        "Authentication.Token", HttpMethod.Post, "/v1/users/m2m/oauth/token", null, RetrySafety.Safe,
        Confidence.Official, "REST API key documentation, read at second hand");

    /// <summary>Every row, in the order of the areas.</summary>
    public static IReadOnlyList<Operation> All { get; } =
    [
        RecordsInsert, RecordsUpdate, RecordsQuery, RecordsDelete,
        MetadataListObjects, MetadataListObjectsByPost, MetadataDescribe, MetadataDescribeMany, MetadataDropdown,
        TokenRequest,
    ];
}
