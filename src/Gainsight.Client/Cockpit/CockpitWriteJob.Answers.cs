namespace Gainsight.Client;

/// <content>The outcome of a record, from the answer or from a read.</content>
internal partial class CockpitWriteJob<T>
{
    public override bool Settle(IReadOnlyList<WriteRow<T>> rows, BufferedAnswer response, out int? written)
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
                RecordErrorCodes.CallRefused, "Gainsight accepted the call, but the answer lists the record neither as written nor as failed. Check whether the record exists before you send it again."));
        }

        return row.Outcome is not null;
    }

    public override bool CanFind(WriteRow<T> row) => IsInsert && _verifyBy is not null && _verifyBy.ValuesOf(row.Body, _context.Format) is not null;

    public override async Task<IReadOnlyDictionary<WriteRow<T>, FoundRow>> FindAsync(
        IReadOnlyList<WriteRow<T>> rows, CallCounter calls, CancellationToken cancellationToken)
    {
        var finder = new KeyFinder(_context, _definition, _verifyBy!);
        var comparer = new RowComparer(_context, _definition, _verifyBy!, isThorough: false, comparesInserts: true);
        GainsightRecord[] sent = [.. rows.Select(row => Queryable(row.Body))];
        var matches = await finder.FindAsync(sent, comparer.FieldsOf(sent), calls, cancellationToken).ConfigureAwait(false);
        return await FoundRows.OfAsync(rows, sent, matches, comparer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The record's own fields that a query returns as they were sent: not its labels, which have other names there, nor what is written beside it.</summary>
    private ObjectRecord Queryable(T body)
    {
        var sent = new ObjectRecord();
        var fields = body.PresentFields();
        while (fields.MoveNext())
        {
            var field = fields.Field;
            if (IsCompared(field) || _verifyBy!.Any(key => key.IsNamed(field.Name)))
            {
                sent.SetValue(field, fields.ToValue());
            }
        }

        return sent;
    }

    private bool IsCompared(Field field) =>
        !IsAside(field)
        && (field.IsNamed("Name") || field.IsNamed(CockpitFields.CompanyId.Name) || field.Name.EndsWith("__gc", StringComparison.OrdinalIgnoreCase));
}
