namespace Gainsight.Client;

/// <content>What became of a record: as the answer says, else as a read tells.</content>
internal partial class CockpitWriteJob<T>
{
    public override bool Settle(IReadOnlyList<WriteRow<T>> rows, ApiResponse response, out int? written)
    {
        written = null;
        var row = rows[0];
        var answer = CockpitAnswer.Read(response.Data, _area.HasReference ? row.Body.Get(CockpitFields.ReferenceId) : null);
        if (answer.IsWritten && response.Errors.Count == 0)
        {
            row.Outcome = new(row.Index, row.Record, row.Success, row.Gsid ?? answer.Gsid, requestId: response.RequestId);
        }
        else if (answer.IsWritten)
        {
            // The record is there, and a part of it, such as an objective, is not: neither done nor undone.
            row.Outcome = new(row.Index, row.Record, RowStatus.Unknown, row.Gsid ?? answer.Gsid, response.Errors, response.RequestId);
        }
        else if (response.Errors.Count > 0)
        {
            Outcomes.Settle(rows, RowStatus.Failed, response.RequestId, response.Errors);
        }
        else if (!CanFind(row))
        {
            Outcomes.Settle(rows, RowStatus.Unknown, response.RequestId, new RecordError(
                RecordErrorCodes.ChunkRefused, "Gainsight accepted the call, and its answer names the record neither as written nor as failed. Look before sending it again."));
        }

        return row.Outcome is not null;
    }

    public override bool CanFind(WriteRow<T> row) => IsInsert && _verifyBy is not null && _verifyBy.ValuesOf(row.Body, _context.Format) is not null;

    public override async Task<IReadOnlyDictionary<WriteRow<T>, string?>> FindAsync(
        IReadOnlyList<WriteRow<T>> rows, CallCounter calls, CancellationToken cancellationToken)
    {
        var finder = new KeyFinder(_context, _area.Definition, _verifyBy!);
        var matches = await finder.FindAsync([.. rows.Select(row => row.Body)], [], calls, cancellationToken).ConfigureAwait(false);
        var found = new Dictionary<WriteRow<T>, string?>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (matches[i].Count > 0)
            {
                found[rows[i]] = matches[i].Count == 1 ? matches[i][0].Gsid : null;
            }
        }

        return found;
    }
}
