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

    public static Operation TimelineSave { get; } = new(
        "Timeline.Save", HttpMethod.Post, "/v1/ant/es/activity", QuotaBuckets.Timeline, RetrySafety.Idempotent,
        Confidence.Official, "Timeline API documentation; `ExternalId` makes it safe to repeat");

    public static Operation TimelineUpdate { get; } = new(
        "Timeline.Update", HttpMethod.Put, "/v1/ant/es/activity", QuotaBuckets.Sync, RetrySafety.Idempotent,
        Confidence.ThirdParty, "Timeline API documentation, mostly read at second hand; a partner");

    public static Operation TimelineDelete { get; } = new(
        "Timeline.Delete", HttpMethod.Delete, "/v1/ant/es/activity", QuotaBuckets.Sync, RetrySafety.Idempotent,
        Confidence.ThirdParty, "Timeline API documentation, read at second hand, and a partner; the form of the body is unknown");

    public static Operation TimelineBulkSave { get; } = new(
        "Timeline.BulkSave", HttpMethod.Post, "/v1/ant/es/activity/bulk", QuotaBuckets.TimelineBulk, RetrySafety.Idempotent,
        Confidence.ThirdParty, "Timeline API documentation: the limit officially, the path at second hand");

    public static Operation TimelineBulkUpdate { get; } = new(
        "Timeline.BulkUpdate", HttpMethod.Put, "/v1/ant/es/activity/bulk", QuotaBuckets.TimelineBulk, RetrySafety.Idempotent,
        Confidence.ThirdParty, "Timeline API documentation, read at second hand");

    public static Operation TimelineJobStatus { get; } = new(
        "Timeline.JobStatus", HttpMethod.Get, "/v1/ant/es/job/status/{id}", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.ThirdParty, "Timeline API documentation, read at second hand");

    public static Operation TimelineListDeleted { get; } = new(
        "Timeline.ListDeleted", HttpMethod.Post, "/v1/ant/es/activity/deleted", QuotaBuckets.Sync, RetrySafety.Safe,
        Confidence.ThirdParty, "Timeline API documentation, read at second hand; the form of the body is unknown");

    public static Operation UsersInsert { get; } = new(
        "Users.Insert", HttpMethod.Post, "/v1/users/services", QuotaBuckets.Users, RetrySafety.Unsafe,
        Confidence.ThirdParty, "User Management API documentation, read at second hand");

    public static Operation UsersUpdate { get; } = new(
        "Users.Update", HttpMethod.Put, "/v1/users/services", QuotaBuckets.Users, RetrySafety.Idempotent,
        Confidence.ThirdParty, "User Management API documentation, read at second hand; a partner");

    public static Operation UsersSetStatus { get; } = new(
        "Users.SetStatus", HttpMethod.Put, "/v1/users/services/status", QuotaBuckets.Users, RetrySafety.Idempotent,
        Confidence.ThirdParty, "User Management API documentation, read at second hand");

    public static Operation UsersList { get; } = new(
        "Users.List", HttpMethod.Post, "/v1/users/services/list", QuotaBuckets.Users, RetrySafety.Safe,
        Confidence.Live, "A connector that runs against tenants; the official page at second hand");

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
        RelationshipsInsert, RelationshipsUpdate, RelationshipsQuery, RelationshipsDelete,
        PeopleUpsert, PeopleUpsertBatch, PeopleBatchStatus,
        TimelineSave, TimelineUpdate, TimelineDelete, TimelineBulkSave, TimelineBulkUpdate, TimelineJobStatus, TimelineListDeleted,
        UsersInsert, UsersUpdate, UsersSetStatus, UsersList,
        MetadataListObjects, MetadataListObjectsByPost, MetadataDescribe, MetadataDescribeMany, MetadataDropdown,
        TokenRequest,
    ];
}
