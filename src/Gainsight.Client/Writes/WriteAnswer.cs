using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads the answer to a write: <c>count</c>, the GSIDs of <c>records</c>, and errors of single rows beside a success.</summary>
internal sealed class WriteAnswer
{
    private WriteAnswer(int? written, List<string?> gsids)
    {
        Written = written;
        Gsids = gsids;
    }

    /// <summary>How many rows of the tenant were written; null when the answer does not say. More than were sent where a key has several matches.</summary>
    public int? Written { get; }

    private List<string?> Gsids { get; }

    /// <summary>Reads the JSON of <c>data</c>.</summary>
    public static WriteAnswer Read(ReadOnlySpan<byte> data)
    {
        int? count = null;
        List<string?>? gsids = null;
        var reader = new Utf8JsonReader(data);
        if (data.IsEmpty || !reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return new(null, []);
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isCount = reader.ValueTextEquals("count");
            var isRecords = reader.ValueTextEquals("records");
            reader.Read();
            if (isCount && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var value))
            {
                count = value;
            }
            else if (isRecords && reader.TokenType == JsonTokenType.StartArray)
            {
                gsids = [];
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

        return new(count ?? gsids?.Count, gsids ?? []);
    }

    /// <summary>As <see cref="WriteJob{T}.Settle"/>, of the answers that the API of objects gives.</summary>
    public static bool Settle<T>(WriteJob<T> job, CallShape group, IReadOnlyList<WriteRow<T>> rows, ApiResponse response, out int? written)
    {
        var answer = Read(response.Data.Span);
        written = answer.Written;
        return answer.SettleRows(job, group, rows, response);
    }

    /// <summary>Gives the rows of an accepted call their outcomes; false when the answer leaves open what became of those that then have none.</summary>
    private bool SettleRows<T>(WriteJob<T> job, CallShape group, IReadOnlyList<WriteRow<T>> rows, ApiResponse response)
    {
        var named = new Dictionary<WriteRow<T>, List<RecordError>>();
        var alone = new Dictionary<WriteRow<T>, List<RecordError>>();
        var allNamed = ErrorMatcher.Match(job, rows, response.Errors, named);
        ErrorMatcher.Match(job, rows, response.Errors, alone, mustBeAlone: true);
        List<WriteRow<T>> accepted = [.. rows.Where(row => !named.ContainsKey(row))];
        var isBorneOut = BearsOut(named.Count, alone.Count, rows.Count, group.Mode);

        // A value may be wrong in one only of the rows that send it: where the numbers say that not all were left out, these stay open.
        if (isBorneOut || Written + alone.Count <= rows.Count)
        {
            foreach ((var row, var errors) in isBorneOut ? named : alone)
            {
                Outcomes.Settle([row], RowStatus.Failed, response.RequestId, errors);
            }
        }

        // Of an update the number alone does not say that every accepted row was written, since a key may have several matches.
        if (!isBorneOut || !(allNamed || accepted.Count == 1 || (Written is not null && group.Mode == WriteMode.Insert)))
        {
            return false;
        }

        // Ids are matched by position only where the numbers leave no doubt: a key that matches several rows brings more of them.
        var isPositional = Gsids.Count == accepted.Count && Written == accepted.Count;
        for (var i = 0; i < accepted.Count; i++)
        {
            var row = accepted[i];
            row.Outcome = new(row.Index, row.Record, group.Success, row.Gsid ?? (isPositional ? Gsids[i] : null), requestId: response.RequestId);
        }

        return true;
    }

    /// <summary>Whether the rows named, and no others, can have been left out. More are written than sent where a key has several matches.</summary>
    private bool BearsOut(int named, int alone, int sent, WriteMode mode) =>
        Written is not { } written
        || written == sent - named
        || (written > sent - named && (named == 0 || (named == alone && mode == WriteMode.UpdateByKeys)));

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
            var isGsid = reader.ValueTextEquals("Gsid") || reader.ValueTextEquals("gsid");
            reader.Read();
            if (isGsid && reader.TokenType == JsonTokenType.String)
            {
                gsid = LenientText.Of(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return gsid;
    }
}
