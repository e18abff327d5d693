using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Reads the answer to a write: <c>count</c>, the GSIDs of <c>records</c>, and errors of single rows within a success.</summary>
internal sealed class WriteAnswer
{
    private WriteAnswer(int? count, List<string?>? gsids, bool hasEcho)
    {
        Count = count;
        Written = count ?? gsids?.Count;
        Gsids = gsids ?? [];
        HasEcho = hasEcho;
    }

    /// <summary>The number in <c>count</c>, or null.</summary>
    public int? Count { get; }

    /// <summary>How many rows of the tenant were written, or null when the answer does not say. More than were sent where a key has several matches.</summary>
    public int? Written { get; }

    private List<string?> Gsids { get; }

    /// <summary>Whether the records have more than their GSIDs.</summary>
    private bool HasEcho { get; }

    /// <summary>Reads the JSON of <c>data</c>.</summary>
    public static WriteAnswer Read(ReadOnlySpan<byte> data)
    {
        int? count = null;
        List<string?>? gsids = null;
        var hasEcho = false;
        var reader = AnswerJson.Reader(data);
        if (data.IsEmpty || !reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return new(null, null, hasEcho: false);
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isCount = AnswerJson.Is(ref reader, "count"u8);
            var isRecords = AnswerJson.Is(ref reader, "records"u8);
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
                    gsids.Add(ReadGsid(ref reader, ref hasEcho));
                }
            }
            else
            {
                reader.Skip();
            }
        }

        return new(count, gsids, hasEcho);
    }

    /// <summary>The default of <see cref="WriteJob{T}.Settle"/>, for answers of the object API.</summary>
    public static bool Settle<T>(WriteJob<T> job, IReadOnlyList<WriteRow<T>> rows, BufferedAnswer response, out int? written)
    {
        var answer = Read(response.Data.Span);
        written = answer.Written;
        if (rows.Count > 0 && response.Errors.Count > 0)
        {
            return answer.SettleWithErrors(job, rows, response);
        }

        // A smaller count says that rows were left out, but not which.
        return !(written < rows.Count) && answer.Accept(job, rows, response);
    }

    /// <summary>Fails the rows that the errors name and accepts the others. False when the answer does not tell what became of rows without an outcome.</summary>
    private bool SettleWithErrors<T>(WriteJob<T> job, IReadOnlyList<WriteRow<T>> rows, BufferedAnswer response)
    {
        if (rows.Count == 1 && Written > 0)
        {
            // The answer says both that the row was written and that something is wrong with it.
            return false;
        }

        var mode = rows[0].Mode;
        var named = new Dictionary<WriteRow<T>, List<RecordError>>();
        var alone = new Dictionary<WriteRow<T>, List<RecordError>>();
        var allNamed = ErrorMatcher.Match(job, rows, response.Errors, named);
        ErrorMatcher.Match(job, rows, response.Errors, alone, mustBeAlone: true);
        List<WriteRow<T>> accepted = [.. rows.Where(row => !named.ContainsKey(row))];
        var isPlausible = IsPlausible(named.Count, alone.Count, rows.Count, mode);

        // A value may be bad in only one of the rows that send it. Where the count says that not all of them were left out, they stay open.
        if (isPlausible || Written + alone.Count <= rows.Count)
        {
            foreach ((var row, var errors) in isPlausible ? named : alone)
            {
                Outcomes.Settle([row], RowStatus.Failed, response.RequestId, errors);
            }
        }

        // The count of an update does not prove that every accepted row was written, because a key may match several rows.
        return isPlausible
            && (allNamed || accepted.Count == 1 || (Written is not null && mode == WriteMode.Insert))
            && Accept(job, accepted, response);
    }

    private bool IsListedTwice(string gsid)
    {
        var first = Gsids.IndexOf(gsid);
        return first >= 0 && Gsids.IndexOf(gsid, first + 1) >= 0;
    }

    /// <summary>Accepts rows. False when the answer does not prove that each of them matched a row of the tenant: the others then have no outcome.</summary>
    private bool Accept<T>(WriteJob<T> job, IReadOnlyList<WriteRow<T>> rows, BufferedAnswer response)
    {
        NoteOrder(job, rows);

        // GSIDs are matched by position only where the counts leave no doubt, and only until an answer contradicts the order.
        var isPositional = Gsids.Count == rows.Count && Written == rows.Count && (rows.Count == 1 || job.KeepsOrder);
        var echo = HasEcho && rows.Any(row => row.Gsid is null) ? EchoedRows.Find(job, rows, response.Data) : null;

        // A count proves nothing where a key may have several matches: it can be right although one of the rows matched none.
        var needsProof = rows.Count > 1 && rows[0].Mode == WriteMode.UpdateByKeys;
        var all = true;
        for (var i = 0; i < rows.Count; i++)
        {
            if (needsProof && echo?[i].IsNamed != true)
            {
                all = false;
                continue;
            }

            var row = rows[i];
            var gsid = row.Gsid ?? (echo is not null ? echo[i].Gsid : isPositional ? Gsids[i] : null);
            if (row.Mode == WriteMode.Insert && gsid is not null && IsListedTwice(gsid))
            {
                // Two new rows have two GSIDs.
                gsid = null;
            }

            row.Outcome = new(row.Index, row.Record, row.Success, gsid, requestId: response.RequestId);
        }

        return all;
    }

    /// <summary>Notes that the answer to an update by GSID lists the rows in another order.</summary>
    private void NoteOrder<T>(WriteJob<T> job, IReadOnlyList<WriteRow<T>> rows)
    {
        if (rows.Count > 1 && rows.Count == Gsids.Count && rows[0].Gsid is not null && job.KeepsOrder)
        {
            var sent = rows.Select(row => row.Gsid);
            job.KeepsOrder = sent.SequenceEqual(Gsids, StringComparer.Ordinal)
                || !sent.Order(StringComparer.Ordinal).SequenceEqual(Gsids.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        }
    }

    /// <summary>Whether the count allows that the named rows, and no others, were left out. More rows are written than sent where a key has several matches.</summary>
    private bool IsPlausible(int named, int alone, int sent, WriteMode mode) =>
        Written is not { } written
        || written == sent - named
        || (written > sent - named && (named == 0 || (named == alone && mode == WriteMode.UpdateByKeys)));

    private static string? ReadGsid(ref Utf8JsonReader reader, ref bool hasEcho)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        string? gsid = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isGsid = AnswerJson.Is(ref reader, "Gsid"u8) || AnswerJson.Is(ref reader, "gsid"u8);
            hasEcho |= !isGsid;
            reader.Read();
            if (isGsid && reader.TokenType == JsonTokenType.String)
            {
                gsid = AnswerJson.Text(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return gsid;
    }
}
