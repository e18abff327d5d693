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

    public static Operation RelationshipsInsert { get; } = new(
        "Relationships.Insert", HttpMethod.Post, "/v1/data/objects/Relationship", QuotaBuckets.Sync, RetrySafety.Unsafe,
        Confidence.Inferred, "Relationship API documentation names the operation; the path is that of other objects");

    public static Operation RelationshipsUpdate { get; } = new(
        "Relationships.Update", HttpMethod.Put, "/v1/data/objects/Relationship", QuotaBuckets.Sync, RetrySafety.Idempotent,
        Confidence.Inferred, "Relationship API documentation names the operation; the path is that of other objects");

    public static Operation RelationshipsQuery { get; } = new(
        "Relationships.Query", HttpMethod.Post, "/v1/data/objects/query/Relationship", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Inferred, "Relationship API documentation names the operation; the path is that of other objects");

    public static Operation RelationshipsDelete { get; } = new(
        "Relationships.Delete", HttpMethod.Delete, "/v1/data/objects/Relationship/{id}", QuotaBuckets.Sync, RetrySafety.Idempotent,
        Confidence.Inferred, "A partner deletes relationships by GSID; the path is that of other objects");

    public static Operation PeopleUpsert { get; } = new(
        "People.Upsert", HttpMethod.Put, "/v1/peoplemgmt/v1.0/people", QuotaBuckets.Sync, RetrySafety.Idempotent,
        Confidence.Inferred, "People API documentation at second hand and two partners; a production integration uses `/v1.0/api/people`");

    public static Operation PeopleUpsertBatch { get; } = new(
        "People.UpsertBatch", HttpMethod.Put, "/v1/peoplemgmt/v1.0/people/async", QuotaBuckets.Async, RetrySafety.Idempotent,
        Confidence.Inferred, "People API documentation at second hand; the form of the body is unknown");

    public static Operation PeopleBatchStatus { get; } = new(
        "People.BatchStatus", HttpMethod.Get, "/v1/peoplemgmt/v1.0/people/async/{id}", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Unknown, "Third parties name the states, nobody the path");

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

    public static Operation OpportunitiesInsert { get; } = new(
        "Opportunities.Insert", HttpMethod.Post, "/v1/data/objects/gs_opportunity", QuotaBuckets.Sync, RetrySafety.Unsafe,
        Confidence.Unknown, "Renewal Center API documentation names the operation; the path is that of other objects");

    public static Operation OpportunitiesUpdate { get; } = new(
        "Opportunities.Update", HttpMethod.Put, "/v1/data/objects/gs_opportunity", QuotaBuckets.Sync, RetrySafety.Idempotent,
        Confidence.Unknown, "Renewal Center API documentation names the operation; the path is that of other objects");

    public static Operation OpportunitiesQuery { get; } = new(
        "Opportunities.Query", HttpMethod.Post, "/v1/data/objects/query/gs_opportunity", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.Inferred, "The query call of other objects; the object's name is inferred");

    public static Operation EventsPublish { get; } = new(
        "Events.Publish", HttpMethod.Post, "/v1.0/api/eventManager/event", QuotaBuckets.Sync, RetrySafety.Unsafe,
        Confidence.Live, "A production integration; Events API documentation, which leaves the version open")
    {
        Answer = AnswerForm.Open,
        SecretRefused =
            "The publisher's shared secret was refused, or the tenant id does not fit it: Gainsight does not say which. Compare both with Administration > Events, Register as Publisher. Events do not use the client's access key.",
        DataRefused =
            "The event was refused: compare topic, name, version and contract with Administration > Events, and the body with the event's schema. Names and versions are compared to the letter.",
    };

    public static Operation ExportSubmit { get; } = new(
        "Bulk.Export", HttpMethod.Post, "/v3/exports/data/bulk/{object}", QuotaBuckets.Async, RetrySafety.Safe,
        Confidence.Official, "Bulk REST API documentation");

    public static Operation ExportStatus { get; } = new(
        "Bulk.ExportStatus", HttpMethod.Get, "/{statusURL}", QuotaBuckets.BulkPolls, RetrySafety.Safe,
        Confidence.ThirdParty, "Bulk REST API documentation, read at second hand: an address that the answer to the export names");

    public static Operation ExportChunk { get; } = new(
        "Bulk.ExportChunk", HttpMethod.Get, "/{chunkURL}", QuotaBuckets.BulkPolls, RetrySafety.Safe,
        Confidence.ThirdParty, "Bulk REST API documentation, read at second hand: addresses that the export's status names")
    {
        Answer = AnswerForm.File,
    };

    public static Operation ImportSubmit { get; } = new(
        "Bulk.Import", HttpMethod.Post, "/v1.0/admin/connector/job/bulkimport", QuotaBuckets.Async, RetrySafety.Unsafe,
        Confidence.Live, "A script that ran against a tenant; Bulk Status API documentation");

    public static Operation ImportStatus { get; } = new(
        "Bulk.ImportStatus", HttpMethod.Get, "/v1.0/admin/connector/job/bulkimport/status/{id}", QuotaBuckets.BulkPolls, RetrySafety.Safe,
        Confidence.Official, "Bulk Status API documentation");

    public static Operation TokenRequest { get; } = new(
        "Authentication.Token", HttpMethod.Post, "/v1/users/m2m/oauth/token", null, RetrySafety.Safe,
        Confidence.Official, "REST API key documentation, read at second hand");

    /// <summary>Every row, in the order of the areas.</summary>
    public static IReadOnlyList<Operation> All { get; } =
    [
        RecordsInsert, RecordsUpdate, RecordsQuery, RecordsDelete,
        RelationshipsInsert, RelationshipsUpdate, RelationshipsQuery, RelationshipsDelete,
        PeopleUpsert, PeopleUpsertBatch, PeopleBatchStatus,
        MetadataListObjects, MetadataListObjectsByPost, MetadataDescribe, MetadataDescribeMany, MetadataDropdown,
        OpportunitiesInsert, OpportunitiesUpdate, OpportunitiesQuery,
        EventsPublish,
        ExportSubmit, ExportStatus, ExportChunk, ImportSubmit, ImportStatus,
        TokenRequest,
    ];
}
