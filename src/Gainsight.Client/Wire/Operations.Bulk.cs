namespace Gainsight.Client;

/// <content>The calls of events, and of bulk exports and imports.</content>
internal static partial class Operations
{
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

    private static Operation[] Bulk =>
    [
        EventsPublish,
        ExportSubmit, ExportStatus, ExportChunk,
        ImportSubmit, ImportStatus,
    ];
}
