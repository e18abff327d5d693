namespace Gainsight.Client;

/// <content>Checks that only some writes need: against the metadata, against the rows of the tenant, and of merged rows among themselves.</content>
internal partial class RecordWriteJob<T>
{
    public override async Task PreflightAsync(IReadOnlyList<WriteRow<T>> block, CancellationToken cancellationToken)
    {
        await _preflight!.PrepareAsync(block.Select(row => row.Record), cancellationToken).ConfigureAwait(false);
        if (UsesRecordApi)
        {
            // The object is described by now, so it is known whether it is read-only.
            _context.Metadata.EnsureWritable(_definition.Name);
        }

        foreach (var row in block)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Refuse(row, _preflight.Check(row.Record, _kind));
        }
    }

    public override IReadOnlyList<FieldChange> ChangesOf(WriteRow<T> row)
    {
        var changes = new List<FieldChange>();
        if (row.Mode == WriteMode.Insert)
        {
            _comparer!.AddChanges(row.Body, null, changes);
        }
        else if (row.Found is { Count: 0 })
        {
            Outcomes.Settle([row], RowStatus.Failed, null, Outcomes.Unmatched(_keys![0]));
        }
        else
        {
            foreach (var found in row.Found!)
            {
                _comparer!.AddChanges(row.Body, found, changes);
            }
        }

        return changes;
    }

    /// <summary>Looks up the rows of an update that have nothing but a key that the caller gave. Rows that were read from the tenant are known to be there.</summary>
    private async Task SettleUnsentAsync(IReadOnlyList<WriteRow<T>> block, CallCounter calls, CancellationToken cancellationToken)
    {
        List<WriteRow<T>> unsent = [.. block.Where(row => row.Outcome is { Status: RowStatus.Unchanged } && _keys!.Any(row.Record.IsChanged))];
        if (unsent.Count == 0)
        {
            return;
        }

        var found = await FindAsync(unsent, calls, cancellationToken).ConfigureAwait(false);
        foreach (var row in unsent)
        {
            row.Outcome = found.TryGetValue(row, out var there)
                ? new(row.Index, row.Record, RowStatus.Unchanged, there.Gsid)
                : new(row.Index, row.Record, RowStatus.Failed, errors: [Outcomes.Unmatched(_keys![0])]);
        }
    }

    /// <summary>Reads the types of the fields that are known by name only, if rows that will be sent have moments or texts of dates in them.</summary>
    private async Task LearnDatesAsync(IReadOnlyList<WriteRow<T>> block, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in block)
        {
            if (row is { Outcome: null, IsCarried: false })
            {
                RecordWriter.AddUntypedDates(row.Body, _definition, row.Mode == WriteMode.Insert, names);
            }
        }

        await _format.LearnAsync(names, cancellationToken).ConfigureAwait(false);
    }

    private static void SettleUnchanged(IReadOnlyList<WriteRow<T>> block, RowComparer comparer)
    {
        foreach (var row in block)
        {
            if (row is { Outcome: null, Found: { Count: > 0 } found } && found.Count(each => comparer.HasAll(row.Body, each)) == found.Count)
            {
                row.Outcome = new(row.Index, row.Record, RowStatus.Unchanged, found.Count == 1 ? found[0].Gsid : null);
            }
        }
    }

    private static async Task SettleUnchangedAsync(IReadOnlyList<WriteRow<T>> block, RowComparer comparer, CancellationToken cancellationToken)
    {
        SettleUnchanged(block, comparer);
        if (comparer.IsUnclear)
        {
            await comparer.LearnAsync(cancellationToken).ConfigureAwait(false);
            SettleUnchanged(block, comparer);
        }
    }

    /// <summary>Refuses merged rows that have different owners. Merged, one of them would be lost and the other moved.</summary>
    private void RefuseMixedOwners(IReadOnlyList<WriteRow<T>> block, LookupField owner)
    {
        foreach (var row in block)
        {
            if (row.Followers is { } later && later.Select(follower => follower.Record).Prepend(row.Record)
                .Select(record => OwnerOf(record, owner)).OfType<string>().Distinct(StringComparer.Ordinal).Skip(1).Any())
            {
                Refuse(row, [new(
                    RecordErrorCodes.AmbiguousKey,
                    $"Rows of this write have the same key ({_keys}) and differ in {owner}. Name {owner} as a further key, with GSIDs as its values, or a key that is unique.",
                    owner.Name)]);
            }
        }
    }

    /// <summary>The row that the record belongs to, or null. A GSID and a lookup count as different, because it is not known that they are the same.</summary>
    private string? OwnerOf(T record, LookupField owner)
    {
        foreach ((var field, var lookup) in record.Lookups)
        {
            if (field.IsNamed(owner.Name))
            {
                return string.Join('\u001f', lookup.Match.Select(match => $"{match.Field.Name}\u001f{match.Value}"));
            }
        }

        return IdentifierKeys.ValueOf(record, owner, _context.Format);
    }
}
