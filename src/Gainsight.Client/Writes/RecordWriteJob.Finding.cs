namespace Gainsight.Client;

/// <content>Finding rows again: in the tenant, and in an error report.</content>
internal partial class RecordWriteJob<T>
{
    public override bool TryGetSent(WriteRow<T> row, string field, out string? text)
    {
        text = null;
        if (row.Group.Mode == WriteMode.UpdateByGsid && SystemFields.Gsid.IsNamed(field))
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
            // A loaded value that no text can be made of goes out as it came, and equals nothing that is reported.
            return false;
        }
    }

    public override bool CanFind(WriteRow<T> row) => _keys is not null && KeyText.Of(row.Body, _keys, _context.Format) is not null;

    public override async Task<IReadOnlyDictionary<WriteRow<T>, string?>> FindAsync(
        IReadOnlyList<WriteRow<T>> rows, CallCounter calls, CancellationToken cancellationToken)
    {
        var byGsid = rows[0].Group.Mode == WriteMode.UpdateByGsid;
        List<GainsightRecord> records = [.. rows.Select(row => byGsid ? new ObjectRecord { Gsid = row.Gsid } : (GainsightRecord)row.Body)];
        var finder = byGsid ? new KeyFinder(_context, _definition, IdentifierKeys.Gsid) : _finder!;
        var matches = await finder.FindAsync(records, [], calls, cancellationToken).ConfigureAwait(false);
        var found = new Dictionary<WriteRow<T>, string?>();
        for (var i = 0; i < rows.Count; i++)
        {
            var matched = matches.For(records[i]);
            if (matched.Count > 0)
            {
                found[rows[i]] = matched.Count == 1 ? matched[0].Gsid : null;
            }
        }

        return found;
    }

    /// <summary>Reads which rows of the tenant carry the keys; again, when one is not there although it was inserted a moment ago.</summary>
    private async Task<KeyMatches> MatchAsync(IReadOnlyList<WriteRow<T>> block, CallCounter calls, CancellationToken cancellationToken)
    {
        GainsightRecord[] records = [.. block.Select(row => row.Record)];
        var more = _comparer?.FieldsOf(block) ?? [];
        var matches = await _finder!.FindAsync(records, more, calls, cancellationToken).ConfigureAwait(false);
        var clock = _context.Transport.TimeProvider;
        var wait = TimeSpan.Zero;
        foreach (var row in block)
        {
            if (row.ShownBy is { } shownBy && shownBy - clock.GetUtcNow() > wait && matches.For(row.Record).Count == 0)
            {
                wait = shownBy - clock.GetUtcNow();
            }
        }

        if (wait <= TimeSpan.Zero)
        {
            return matches;
        }

        await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
        return await _finder.FindAsync(records, more, calls, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether the row's call carries the field: an update leaves out what was only loaded.</summary>
    private bool IsSent(WriteRow<T> row, string field)
    {
        if (row.Group.Mode == WriteMode.Insert || string.IsNullOrWhiteSpace(field))
        {
            return true;
        }

        return _keys!.Any(key => key.IsNamed(field)) || row.Body.IsChanged(FieldTokens.Of(field));
    }
}
