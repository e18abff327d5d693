namespace Gainsight.Client;

/// <content>
/// New rows of a call that Gainsight refused. It documents that it writes none of them. A tenant that writes the good ones all the same would get
/// them twice, so a read proves it before they are sent again, until the tenant has shown for an object what it does.
/// </content>
internal sealed partial class CallWriter<T>
{
    /// <summary>Whether the tenant is known to write the good rows of calls that it refuses.</summary>
    public bool KeepsGoodRows => _context.Learnt(_job.ObjectName).KeepsGoodRows == true;

    /// <summary>Notes what a search has shown: a refused call wrote nothing, although it had rows that were accepted later.</summary>
    public void NoteRefusalsWriteNothing() => _context.Learnt(_job.ObjectName).KeepsGoodRows = false;

    /// <summary>Finds the new rows that a refused call wrote all the same.</summary>
    /// <param name="rows">Rows of the call without an outcome.</param>
    /// <param name="refusal">The refusal.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The rows that may be sent again. The others have an outcome, or are among the refused rows.</returns>
    public async Task<Unwritten> SettleWrittenAsync(List<WriteRow<T>> rows, ApiRefusal refusal, CancellationToken cancellationToken)
    {
        var learnt = _context.Learnt(_job.ObjectName);
        if (rows[0].Mode != WriteMode.Insert || !_job.IsAllOrNothing || learnt.KeepsGoodRows == false)
        {
            return new(rows, [], null);
        }

        if (!rows.TrueForAll(_job.CanFind))
        {
            if (learnt.KeepsGoodRows == true)
            {
                Outcomes.Settle(rows, RowStatus.Unknown, refusal.RequestId, Outcomes.ErrorsOf(refusal));
                rows = [];
            }

            return new(rows, [], null);
        }

        // The write may end before a read has shown what the call wrote.
        var newlyDoubtful = rows.FindAll(row => !row.MayBeWritten);
        newlyDoubtful.ForEach(row => row.MayBeWritten = true);
        IReadOnlyDictionary<WriteRow<T>, FoundRow> found;
        try
        {
            // What the call wrote may not be visible yet.
            await Task.Delay(_settleDelay, _context.Transport.TimeProvider, cancellationToken).ConfigureAwait(false);
            found = await _job.FindAsync(rows, Calls, cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightException)
        {
            Outcomes.Settle(rows, RowStatus.Unknown, refusal.RequestId, Outcomes.ErrorsOf(refusal));
            return new([], [], null);
        }

        newlyDoubtful.ForEach(row => row.MayBeWritten = false);
        var wrote = false;
        foreach ((var row, var there) in found)
        {
            if (!there.Holds)
            {
                continue;
            }

            wrote = true;
            learnt.KeepsGoodRows = true;
            row.Outcome = new(row.Index, row.Record, RowStatus.Inserted, there.Gsid, requestId: refusal.RequestId);
        }

        // Rows with other values are those of another writer.
        List<WriteRow<T>> others = [.. rows.Where(row => row.Outcome is null && found.ContainsKey(row))];
        if (_job.UpdatesFound)
        {
            others.RemoveAll(row => found[row].Gsid is null);
            others.ForEach(row => (row.Mode, row.Gsid) = (WriteMode.UpdateByGsid, found[row].Gsid));
        }

        if (wrote || _job.UpdatesFound)
        {
            // A key with several rows, or with a row that may be ours although it differs.
            Outcomes.Settle(
                rows.Where(row => row.Mode == WriteMode.Insert && found.ContainsKey(row)), RowStatus.Unknown, refusal.RequestId, Outcomes.ErrorsOf(refusal));
        }

        var refused = _job.UpdatesFound ? await SendAgainAsync(others, cancellationToken).ConfigureAwait(false) : [];
        return new(rows.FindAll(row => row is { Outcome: null, Mode: WriteMode.Insert }), refused, !wrote);
    }

    /// <summary>What a refused call did not write.</summary>
    /// <param name="Rows">The rows that may be sent again.</param>
    /// <param name="Refused">Rows that another writer made and whose update was refused.</param>
    /// <param name="WroteNothing">Whether a read has shown that the call wrote nothing. Null when there was no read.</param>
    public readonly record struct Unwritten(List<WriteRow<T>> Rows, IReadOnlyList<RefusedRows<T>> Refused, bool? WroteNothing);
}
