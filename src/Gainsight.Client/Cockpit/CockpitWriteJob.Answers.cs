namespace Gainsight.Client;

/// <content>The outcome of a record, from the answer or from a read.</content>
internal partial class CockpitWriteJob<T>
{
    public override bool Settle(IReadOnlyList<WriteRow<T>> rows, ApiResponse response, out int? written)
    {
        written = null;
        var row = rows[0];
        var answer = CockpitAnswer.Read(response.Data, HasReference ? row.Body.Get(CockpitFields.ReferenceId) : null);
        if (answer.IsWritten && response.Errors.Count == 0)
        {
            row.Outcome = new(row.Index, row.Record, row.Success, row.Gsid ?? answer.Gsid, requestId: response.RequestId);
        }
        else if (answer.IsWritten)
        {
            // The record was written, but a part of it, such as an objective, was not.
            row.Outcome = new(row.Index, row.Record, RowStatus.Unknown, row.Gsid ?? answer.Gsid, response.Errors, response.RequestId);
        }
        else if (response.Errors.Count > 0)
        {
            Outcomes.Settle(rows, RowStatus.Failed, response.RequestId, response.Errors);
        }
        else if (!CanFind(row))
        {
            Outcomes.Settle(rows, RowStatus.Unknown, response.RequestId, new RecordError(
                RecordErrorCodes.ChunkRefused, "Gainsight accepted the call, but the answer lists the record neither as written nor as failed. Check whether the record exists before you send it again."));
        }

        return row.Outcome is not null;
    }

    public override bool CanFind(WriteRow<T> row) => IsInsert && _verifyBy is not null && _verifyBy.ValuesOf(row.Body, _context.Format) is not null;

    public override async Task<IReadOnlyDictionary<WriteRow<T>, string?>> FindAsync(
        IReadOnlyList<WriteRow<T>> rows, CallCounter calls, CancellationToken cancellationToken)
    {
        var finder = new KeyFinder(_context, _definition, _verifyBy!);
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
