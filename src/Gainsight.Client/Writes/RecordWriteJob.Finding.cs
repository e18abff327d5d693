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
            return IsSent(row, field) && row.Body.TryGetText(field, _context.Format, out text);
        }
        catch (GainsightProtocolException)
        {
            // A loaded value that is not valid text is sent as it was read. It equals no value of an error report.
            return false;
        }
    }

    public override bool CanFind(WriteRow<T> row) => _keys?.ValuesOf(row.Body, _context.Format) is not null;

    public override async Task<IReadOnlyDictionary<WriteRow<T>, string?>> FindAsync(
        IReadOnlyList<WriteRow<T>> rows, CallCounter calls, CancellationToken cancellationToken)
    {
        var byGsid = rows[0].Mode == WriteMode.UpdateByGsid;
        GainsightRecord[] records = [.. rows.Select(row => byGsid ? new ObjectRecord { Gsid = row.Gsid } : (GainsightRecord)row.Body)];
        var finder = byGsid ? new KeyFinder(_context, _definition, IdentifierKeys.Gsid) : _finder!;
        var matches = await finder.FindAsync(records, [], calls, cancellationToken).ConfigureAwait(false);
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
