using System.Text.Json;

namespace Gainsight.Client;

/// <summary>What Gainsight tells of an import. The states and that there are counts are official; the names of members are inferred.</summary>
internal sealed record ImportStatus(string? StatusId, string? Status, long? Succeeded, long? Failed)
{
    /// <summary>The states on the way; whatever else it says is an end.</summary>
    private static readonly string[] UnderWay = ["INIT", "IN_PROGRESS", "NOT_STARTED", "SUBMITTED", "QUEUED"];

    public bool HasEnded => Status is not null && !UnderWay.Contains(Status, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads an answer.</summary>
    public static ImportStatus Read(ReadOnlyMemory<byte> body)
    {
        using JsonDocument document = BulkAnswer.Parse(body);
        BulkAnswer answer = new(document.RootElement);
        string? data = LenientJson.Find(document.RootElement, "data") is { ValueKind: JsonValueKind.String or JsonValueKind.Number } text ? LenientJson.TextOf(text) : null;
        return new ImportStatus(
            answer.Text("statusid", "jobstatusid") ?? data,
            answer.Text("jobstatus", "status") ?? data,
            BulkAnswer.Number(answer.Text("successcount", "succeededcount", "successfulcount", "successrecords", "successfulrecords", "succeeded", "success")),
            BulkAnswer.Number(answer.Text("failurecount", "failedcount", "errorcount", "failurerecords", "failedrecords", "failed", "failure")));
    }
}
