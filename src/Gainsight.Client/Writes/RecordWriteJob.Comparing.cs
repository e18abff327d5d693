namespace Gainsight.Client;

/// <content>Comparing rows with those of the tenant: to leave out what changes nothing, or to say what would change.</content>
internal partial class RecordWriteJob<T>
{
    public override IReadOnlyList<FieldChange> ChangesOf(WriteRow<T> row)
    {
        var changes = new List<FieldChange>();
        if (row.Group.Mode == WriteMode.Insert)
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
}
