using System.Net;

namespace Gainsight.Client;

/// <content>Rows whose fate the answer does not tell: a read settles them, or they are sent again, or they stay unknown.</content>
internal sealed partial class CallWriter<T>
{
    /// <summary>The calls that a firewall may refuse one after the other without a smaller call to try, such as those of a single row. With one more, it is not the rows.</summary>
    private const int MaxBlockedWhole = 2;

    /// <summary>Handles rows without an outcome after an answer that does not name them all.</summary>
    /// <returns>The rows to send again.</returns>
    private async Task<IReadOnlyList<RefusedRows<T>>> SettleOpenAsync(
        IReadOnlyList<WriteRow<T>> rows, int? written, BufferedAnswer response, CancellationToken cancellationToken)
    {
        List<WriteRow<T>> open = [.. rows.Where(row => row.Outcome is null)];
        var refusal = new ApiRefusal
        {
            Message = "Gainsight accepted the call, but its answer does not say what became of this row.",
            Status = HttpStatusCode.OK,
            Errors = response.Errors,
            RequestId = response.RequestId,

            // A single row that was left out for a reason is refused like any other.
            IsAcceptance = rows.Count > 1 || written != 0 || response.Errors.Count == 0,
        };

        if (_job.MaxCalls == 1)
        {
            // A background job has ended. It may have written any of the rows that it does not name, and is not repeated for them.
            await _job.ConfirmAsync(open, response.RequestId, Calls, cancellationToken).ConfigureAwait(false);
            Outcomes.Settle(open, RowStatus.Unknown, response.RequestId, Outcomes.ErrorsOf(refusal));
            return [];
        }

        if (rows[0].Mode != WriteMode.Insert)
        {
            open = rows[0].Mode == WriteMode.UpdateByKeys && response.Errors.Count == 0
                ? await SettleUnprovenAsync(open, written - (rows.Count - open.Count), response.RequestId, cancellationToken).ConfigureAwait(false)
                : open;

            // An update may be sent again until every row is written or named. If that never happens, the rows are unknown.
            open.ForEach(row => row.MayBeWritten = true);
            return open.Count == 0 ? [] : [new(rows, refusal, rows.Count == 1)];
        }

        if (!response.IsSuccess && !_job.IsAllOrNothing && !open.TrueForAll(_job.CanFind))
        {
            // Gainsight refused the call because of other rows. Which of these were written is not known, but their keys are unique.
            open.ForEach(row => row.MayBeWritten = true);
            return [new(rows, refusal, rows.Count == 1)];
        }

        var again = await VerifyAsync(open, written, response.RequestId, Outcomes.ErrorsOf(refusal), mayStillArrive: false, cancellationToken).ConfigureAwait(false);
        var isAbsent = again.Exists(row => row.Mode == WriteMode.Insert);
        var refused = await SendAgainAsync(again.FindAll(row => row.Mode != WriteMode.Insert), cancellationToken).ConfigureAwait(false);
        return !isAbsent ? refused : [.. refused, new([.. rows.Where(row => row.Mode == WriteMode.Insert)], refusal, rows.Count == 1)];
    }

    /// <summary>Settles the rows of an update by keys whose answer has no errors, but only a number. A read tells which of them are in the tenant.</summary>
    /// <returns>Rows that are in the tenant and that the number does not account for.</returns>
    private async Task<List<WriteRow<T>>> SettleUnprovenAsync(
        List<WriteRow<T>> open, int? written, string? requestId, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<WriteRow<T>, FoundRow> found;
        try
        {
            found = await _job.FindAsync(open, Calls, cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightException failure)
        {
            Outcomes.Settle(open, RowStatus.Unknown, requestId, Outcomes.ErrorsOf(failure));
            return [];
        }

        Outcomes.Settle(open.Where(row => !found.ContainsKey(row)), RowStatus.Failed, requestId, Outcomes.Unmatched(_job.Keys[0]));
        var present = open.FindAll(row => row.Outcome is null);
        if (written < present.Count)
        {
            return present;
        }

        present.ForEach(row => row.Outcome = new(row.Index, row.Record, row.Success, found[row].Gsid, requestId: requestId));
        return [];
    }

    /// <summary>Reads back the rows of an insert whose answer was lost or incomplete. A row that is found is ours if it holds what was sent.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="written">How many of them Gainsight says it wrote, or null when it did not answer.</param>
    /// <param name="requestId">The id of the insert.</param>
    /// <param name="errors">The errors of the rows that stay unknown.</param>
    /// <param name="mayStillArrive">Whether Gainsight may carry out the insert after the reads, so that not finding a row proves nothing.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    /// <returns>The rows to send again: those that are not there, and those of an upsert that another writer made, as updates. All others have an outcome.</returns>
    private async Task<List<WriteRow<T>>> VerifyAsync(
        IReadOnlyList<WriteRow<T>> rows, int? written, string? requestId, IReadOnlyList<RecordError> errors, bool mayStillArrive, CancellationToken cancellationToken)
    {
        List<WriteRow<T>> again = [];

        // A row without a key cannot be found, so finding nothing would prove nothing.
        if (rows.All(_job.CanFind))
        {
            try
            {
                again = await ReadBackAsync(rows, written, requestId, mayStillArrive, cancellationToken).ConfigureAwait(false);
            }
            catch (GainsightException)
            {
                // The rows stay unknown.
            }
        }

        Outcomes.Settle(rows.Except(again), RowStatus.Unknown, requestId, errors);
        return again;
    }

    private async Task<List<WriteRow<T>>> ReadBackAsync(
        IReadOnlyList<WriteRow<T>> rows, int? written, string? requestId, bool mayStillArrive, CancellationToken cancellationToken)
    {
        var found = await _job.FindAsync(rows, Calls, cancellationToken).ConfigureAwait(false);
        if (Ours() != written && found.Count != rows.Count)
        {
            // Some rows may not be visible yet. A second read after the delay decides, and names the rows that were late.
            await Task.Delay(_settleDelay, _context.Transport.TimeProvider, cancellationToken).ConfigureAwait(false);
            found = await _job.FindAsync(rows, Calls, cancellationToken).ConfigureAwait(false);
        }

        foreach ((var row, var there) in found)
        {
            if (!there.Holds)
            {
                continue;
            }

            row.Outcome = new(row.Index, row.Record, RowStatus.Inserted, there.Gsid, requestId: requestId);
        }

        List<WriteRow<T>> again = [];
        if (mayStillArrive)
        {
            return again;
        }

        if (Ours() == (written ?? 0))
        {
            again.AddRange(rows.Where(row => !found.ContainsKey(row)));
        }

        foreach ((var row, var there) in found)
        {
            if (row.Outcome is null && there.Gsid is { } gsid && _job.UpdatesFound)
            {
                row.Mode = WriteMode.UpdateByGsid;
                row.Gsid = gsid;
                again.Add(row);
            }
        }

        return again;

        int Ours() => found.Values.Count(there => there.Holds);
    }

    /// <summary>
    /// Handles a call that a firewall refused. Where its rows can be sent again without creating one twice, the row at fault is looked for. New rows
    /// are read back first.
    /// </summary>
    private async Task<IReadOnlyList<RefusedRows<T>>> SettleBlockedAsync(
        IReadOnlyList<WriteRow<T>> rows, GainsightException failure, CancellationToken cancellationToken)
    {
        var refusal = ((GainsightApiException)failure).ToRefusal();
        if (rows[0].Mode != WriteMode.Insert)
        {
            foreach (var row in rows)
            {
                // The firewall may have refused the answer and not the call.
                row.MayBeWritten = true;
            }

            if (rows.Count == 1 && IsEverythingBlocked())
            {
                Stop(failure);
                return [];
            }

            return [new(rows, refusal, rows.Count == 1, failure)];
        }

        var again = await VerifyAsync(
            rows, written: null, refusal.RequestId, Outcomes.ErrorsOf(refusal), mayStillArrive: false, cancellationToken).ConfigureAwait(false);

        // Rows that no read can find are not sent in smaller calls.
        var isWhole = rows.Count == 1 || rows.All(row => row.Outcome is { Status: RowStatus.Unknown });
        if (isWhole && IsEverythingBlocked())
        {
            // Stopped after the read, which tells what became of the row.
            Stop(failure);
            return [];
        }

        var absent = again.FindAll(row => row.Mode == WriteMode.Insert);
        var refused = await SendAgainAsync(again.FindAll(row => row.Mode != WriteMode.Insert), cancellationToken).ConfigureAwait(false);
        return absent.Count == 0 ? refused : [.. refused, new(absent, refusal, rows.Count == 1, failure)];
    }

    private bool IsEverythingBlocked() => Interlocked.Increment(ref _blockedWhole) > MaxBlockedWhole;

    /// <summary>Sends rows again, those of each kind in one call.</summary>
    private async Task<IReadOnlyList<RefusedRows<T>>> SendAgainAsync(List<WriteRow<T>> rows, CancellationToken cancellationToken)
    {
        List<RefusedRows<T>> refused = [];
        foreach (var alike in rows.GroupBy(row => row.Mode).ToList())
        {
            refused.AddRange(await SendAsync([.. alike], isResend: true, cancellationToken).ConfigureAwait(false));
        }

        return refused;
    }

    /// <summary>Looks again at new rows that were refused after a call that may have written them.</summary>
    public async Task ReviseAsync(IReadOnlyList<WriteRow<T>> rows, CancellationToken cancellationToken)
    {
        List<WriteRow<T>> doubtful = [.. rows.Where(IsDoubtful)];
        if (doubtful.Count == 0 || !doubtful.TrueForAll(_job.CanMiss))
        {
            return;
        }

        IReadOnlyDictionary<WriteRow<T>, FoundRow> found;
        try
        {
            // What a call wrote just now may not be visible yet.
            await Task.Delay(_settleDelay, _context.Transport.TimeProvider, cancellationToken).ConfigureAwait(false);
            found = await _job.FindAsync(doubtful, Calls, cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightException)
        {
            return;
        }

        foreach (var row in doubtful)
        {
            if (!found.TryGetValue(row, out var there))
            {
                row.MayBeWritten = row.MayStillArrive;
            }
            else if (there is { Holds: true, Gsid: { } gsid } && _job.CanFind(row))
            {
                row.Outcome = new(row.Index, row.Record, RowStatus.Inserted, gsid, requestId: row.Outcome!.RequestId);
            }
        }
    }

    /// <summary>Turns the failures of new rows that may be written, and that no read has settled, into "unknown".</summary>
    public static void Doubt(IReadOnlyList<WriteRow<T>> rows)
    {
        foreach (var row in rows.Where(IsDoubtful))
        {
            row.Outcome = new(row.Index, row.Record, RowStatus.Unknown, null, row.Outcome!.Errors, row.Outcome.RequestId);
        }
    }

    private static bool IsDoubtful(WriteRow<T> row) => row is { Mode: WriteMode.Insert, MayBeWritten: true, Outcome.Status: RowStatus.Failed };
}
