namespace Gainsight.Client;

/// <content>The calls of relationships and people.</content>
internal static partial class Operations
{
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

    private static Operation[] People =>
    [
        RelationshipsInsert, RelationshipsUpdate, RelationshipsQuery, RelationshipsDelete,
        PeopleUpsert, PeopleUpsertBatch, PeopleBatchStatus,
    ];
}
