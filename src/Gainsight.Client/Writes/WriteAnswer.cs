using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads the answer to a write: <c>count</c>, the GSIDs of <c>records</c>, and errors of single rows beside a success.</summary>
internal static class WriteAnswer
{
    /// <summary>Gives each row of an accepted call its outcome.</summary>
    public static void Settle<T>(WriteJob<T> job, ChunkGroup group, IReadOnlyList<WriteRow<T>> rows, ApiResponse response)
    {
        (int? count, List<string?> gsids) = Read(response.Data.Span);
        var named = new Dictionary<WriteRow<T>, List<RecordError>>();
        bool allNamed = ErrorMatcher.Match(job, rows, response.Errors, named);
        List<WriteRow<T>> accepted = rows.Where(row => !named.ContainsKey(row)).ToList();

        // Ids are matched by position only where the numbers leave no doubt: a key that matches several rows brings more of them.
        bool positional = gsids.Count == accepted.Count && (count is null || count == accepted.Count);
        for (int i = 0; i < accepted.Count; i++)
        {
            WriteRow<T> row = accepted[i];
            string? gsid = row.Gsid ?? (positional ? gsids[i] : null);
            row.Outcome = allNamed
                ? new(row.Index, row.Record, group.Success, gsid, requestId: response.RequestId)
                : new(row.Index, row.Record, RowStatus.Unknown, gsid, response.Errors, response.RequestId);
        }

        foreach ((WriteRow<T> row, List<RecordError> errors) in named)
        {
            row.Outcome = new(row.Index, row.Record, RowStatus.Failed, row.Gsid, errors, response.RequestId);
        }
    }

    private static (int? Count, List<string?> Gsids) Read(ReadOnlySpan<byte> data)
    {
        int? count = null;
        var gsids = new List<string?>();
        if (data.IsEmpty)
        {
            return (count, gsids);
        }

        var reader = new Utf8JsonReader(data);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return (count, gsids);
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isCount = reader.ValueTextEquals("count");
            bool isRecords = reader.ValueTextEquals("records");
            reader.Read();
            if (isCount && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int value))
            {
                count = value;
            }
            else if (isRecords && reader.TokenType == JsonTokenType.StartArray)
            {
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    gsids.Add(ReadGsid(ref reader));
                }
            }
            else
            {
                reader.Skip();
            }
        }

        return (count, gsids);
    }

    private static string? ReadGsid(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        string? gsid = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isGsid = reader.ValueTextEquals("Gsid") || reader.ValueTextEquals("gsid");
            reader.Read();
            if (isGsid && reader.TokenType == JsonTokenType.String)
            {
                gsid = reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return gsid;
    }
}
