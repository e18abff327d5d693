namespace Gainsight.Client;

/// <content>Finding rows again: in the tenant, and in an error report.</content>
internal partial class RecordWriteJob<T>
{
    public override bool TryGetSent(WriteRow<T> row, string field, out string? text)
    {
        text = null;
        if (row.Mode == WriteMode.UpdateByGsid && SystemFields.Gsid.IsNamed(field))
        {
            text = row.Gsid;
            return true;
        }

        if (row.Body.TryGetSentByLookup(field, out text))
        {
            return true;
        }

        try
        {
            return IsSent(row, field) && row.Body.TryGetText(field, _format.Value, out text);
        }
        catch (GainsightProtocolException)
        {
            // A loaded value that is not valid text is sent as it was read. It equals no value of an error report.
            return false;
        }
    }

    public override bool HasItems(WriteRow<T> row, string field) => row.Body.HasItems(field, _definition);

    public override bool UpdatesFound => _kind == RecordWriteKind.Upsert;

    public override bool CanFind(WriteRow<T> row) => _keys?.ValuesOf(row.Body, _context.Format) is not null;

    public override async Task<IReadOnlyDictionary<WriteRow<T>, FoundRow>> FindAsync(
        IReadOnlyList<WriteRow<T>> rows, CallCounter calls, CancellationToken cancellationToken)
    {
        var mode = rows[0].Mode;
        var byGsid = mode == WriteMode.UpdateByGsid;
        GainsightRecord[] records = [.. rows.Select(row => byGsid ? new ObjectRecord { Gsid = row.Gsid } : (GainsightRecord)row.Body)];
        var finder = byGsid ? new KeyFinder(_context, _definition, IdentifierKeys.Gsid) : _finder!;
        var comparer = mode == WriteMode.Insert ? new RowComparer(_context, _definition, Keys, isThorough: false, comparesInserts: true) : null;
        var matches = await finder.FindAsync(
            records, comparer?.FieldsOf(rows.Select(row => row.Body)) ?? [], calls, cancellationToken).ConfigureAwait(false);
        return await FoundRows.OfAsync(rows, [.. rows.Select(row => row.Body)], matches, comparer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether the row's call contains the field. An update leaves out what was only loaded.</summary>
    private bool IsSent(WriteRow<T> row, string field)
    {
        if (row.Mode == WriteMode.Insert || string.IsNullOrWhiteSpace(field))
        {
            return true;
        }

        return _keys!.Any(key => key.IsNamed(field)) || row.Body.IsChanged(Field.ByName(field));
    }
}
