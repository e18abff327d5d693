namespace Gainsight.Client;

/// <content>What a refusal and a read say of rows before any is sent again.</content>
internal sealed partial class BadRowFinder<T>
{
    /// <summary>Settles the new rows that the call wrote although it was refused.</summary>
    private async Task<List<WriteRow<T>>> SettleWrittenAsync(List<WriteRow<T>> rows, ApiRefusal refusal)
    {
        (var rest, var refused, var wroteNothing) = await _writer.SettleWrittenAsync(rows, refusal, _cancellationToken).ConfigureAwait(false);
        _wroteNothing = wroteNothing == false ? false : _wroteNothing ?? wroteNothing;
        await ResolveAllAsync(refused).ConfigureAwait(false);
        return rest;
    }

    /// <summary>Rows that a refused call did not write, and that were accepted later, prove that the tenant writes nothing of a refused call.</summary>
    private void NoteProof(IReadOnlyList<WriteRow<T>> rows)
    {
        if (_wroteNothing == true && rows.Any(row => row.Outcome is { Status: RowStatus.Inserted }) && rows.Any(row => row.Outcome is { Status: RowStatus.Failed }))
        {
            _writer.NoteRefusalsWriteNothing();
        }
    }

    /// <summary>Fails the open rows that the refusal names. Where some may be written, an error names a row only if it fits no other.</summary>
    private async Task<List<WriteRow<T>>> SettleNamedAsync(IReadOnlyList<WriteRow<T>> rows, ApiRefusal refusal)
    {
        List<WriteRow<T>> open = [.. rows.Where(row => row.Outcome is null)];
        var named = new Dictionary<WriteRow<T>, List<RecordError>>();
        ErrorMatcher.Match(_job, open, refusal.Errors, named, mustBeAlone: open.Exists(row => row.MayBeWritten));
        foreach ((var row, var errors) in named)
        {
            Outcomes.Settle([row], RowStatus.Failed, refusal.RequestId, errors);
        }

        if (named.Count == 0 && _refusedCall == RefusedCall.Isolate)
        {
            await SettleUnmatchedAsync(open, refusal).ConfigureAwait(false);
        }

        return [.. open.Where(row => row.Outcome is null)];
    }

    /// <summary>After an update refused because some rows match nothing: one read finds those rows. Halving would cost up to twelve calls; a second read would tell no more.</summary>
    private async Task SettleUnmatchedAsync(List<WriteRow<T>> rows, ApiRefusal refusal)
    {
        if (_hasReadUnmatched
            || rows is not [{ Mode: WriteMode.UpdateByKeys or WriteMode.UpdateByGsid } first, ..]
            || !(refusal.Code == ErrorCodes.NoMatch || (refusal.IsAcceptance && refusal.Errors.Count == 0))
            || refusal.Errors.Any(error => error.Field is not null))
        {
            return;
        }

        _hasReadUnmatched = true;
        try
        {
            var found = await _job.FindAsync(rows, _writer.Calls, _cancellationToken).ConfigureAwait(false);
            var key = first.Mode == WriteMode.UpdateByGsid ? SystemFields.Gsid : _job.Keys[0];
            Outcomes.Settle(rows.Where(row => !found.ContainsKey(row)), RowStatus.Failed, refusal.RequestId, Outcomes.Unmatched(key));
        }
        catch (GainsightException)
        {
            // Halving finds the rows too, with more calls.
        }
    }
}
