namespace Gainsight.Client;

/// <content>The calls of metadata.</content>
internal static partial class Operations
{
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

    private static Operation[] Metadata =>
    [
        MetadataListObjects, MetadataDescribe, MetadataListObjectsByPost, MetadataDescribeMany, MetadataDropdown,
    ];
}
