using System.Text.Json;

namespace Gainsight.Client;

/// <summary>The status of an import. The states and the counts are official. The names of the members are inferred.</summary>
internal sealed record ImportStatus(string? StatusId, string? Status, long? Succeeded, long? Failed)
{
    /// <summary>Reads an answer.</summary>
    public static ImportStatus Read(ReadOnlyMemory<byte> body)
    {
        using var document = AnswerJson.Parse(body);
        BulkAnswer answer = new(document.RootElement);
        var data = LenientJson.Find(document.RootElement, "data") is { ValueKind: JsonValueKind.String or JsonValueKind.Number } text ? LenientJson.TextOf(text) : null;
        return new ImportStatus(
            JobState.Id(answer.Text("statusid", "jobstatusid") ?? data),
            answer.Text("jobstatus", "status") ?? data,
            BulkAnswer.Number(answer.Text("successcount", "succeededcount", "successfulcount", "successrecords", "successfulrecords", "succeeded", "success")),
            BulkAnswer.Number(answer.Text("failurecount", "failedcount", "errorcount", "failurerecords", "failedrecords", "failed", "failure")));
    }
}
