using System.Text.Json;

namespace Gainsight.Client;

/// <summary>The status of an export. Its members are in <c>data</c> or at the root; which of both is unknown.</summary>
internal sealed record ExportStatus(string? Status, string? StatusUrl, long? TotalRows, IReadOnlyList<ExportChunk> Chunks)
{
    public bool IsCompleted => JobState.IsCompleted(Status);

    /// <summary>Whether the offsets say which chunk comes first.</summary>
    public bool HasOffsets => Chunks.All(chunk => chunk.Offset is not null);

    /// <summary>Reads an answer.</summary>
    public static ExportStatus Read(ReadOnlyMemory<byte> body)
    {
        using var document = AnswerJson.Parse(body);
        BulkAnswer answer = new(document.RootElement);
        var chunks = new List<ExportChunk>();
        if (answer.Find("chunkdetails", "chunks") is { ValueKind: JsonValueKind.Array } list)
        {
            foreach (var each in list.EnumerateArray())
            {
                var url = each.ValueKind == JsonValueKind.String ? AnswerJson.Text(each) : LenientJson.FindText(each, "chunkurl", "url");
                chunks.Add(new(url ?? string.Empty, BulkAnswer.Number(LenientJson.FindText(each, "offset"))));
            }
        }

        if (chunks.TrueForAll(chunk => chunk.Offset is not null))
        {
            // The offsets say which chunk comes first, whatever the order of the list.
            chunks = [.. chunks.OrderBy(chunk => chunk.Offset)];
        }

        return new ExportStatus(
            answer.Text("jobstatus", "status"), answer.Text("statusurl"), BulkAnswer.Number(answer.Text("totalrecords", "totalrows")), chunks);
    }
}
