namespace Gainsight.Client;

/// <content>The calls of the Timeline.</content>
internal static partial class Operations
{
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

    private static Operation[] Timeline =>
    [
        TimelineSave, TimelineUpdate, TimelineDelete, TimelineBulkSave, TimelineBulkUpdate, TimelineJobStatus, TimelineListDeleted,
    ];
}
