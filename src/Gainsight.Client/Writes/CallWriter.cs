using System.Diagnostics.CodeAnalysis;

namespace Gainsight.Client;

/// <summary>Makes the calls of one write: sends rows and gives them the outcomes that the answer, or a read after it, supports.</summary>
/// <remarks>It holds what the calls of a write learn from each other: whether a further call makes sense, and whether looking for bad rows does.</remarks>
internal sealed partial class CallWriter<T> : IDisposable
{
    private const int MaxSearchesGivenUp = 2;

    private readonly ClientContext _context;
    private readonly WriteJob<T> _job;
    private readonly TimeSpan _settleDelay;
    private readonly WriteJournal? _journal;
    private readonly RequestLane _lane;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _withdrawn;
    private GainsightException? _stoppedBy;
    private int _searchesGivenUp;
    private int _blockedWhole;

    public CallWriter(ClientContext context, WriteJob<T> job, WriteOptions options, RequestLane lane)
    {
        _context = context;
        _job = job;
        _settleDelay = options.SettleDelay;
        _journal = options.Journal;
        _lane = lane;
        _withdrawn = new CancellationTokenSource();
        Calls = new CallCounter { Withdrawn = _withdrawn.Token };
    }

    /// <summary>Counts the requests of the write, reads included.</summary>
    public CallCounter Calls { get; }

    /// <summary>Why no further call is made, or null.</summary>
    public GainsightException? StoppedBy => Volatile.Read(ref _stoppedBy);

    /// <summary>Ends when no further call is made.</summary>
    public Task Stopped => _stopped.Task;

    /// <summary>Whether no further call is made: the write stopped, or nobody reads its outcomes any more.</summary>
    public bool IsOver => StoppedBy is not null || _withdrawn.IsCancellationRequested;

    /// <summary>Held while bad rows are looked for. Calls search one after the other, so that the third of many similar calls knows how the first two ended.</summary>
    public SemaphoreSlim SearchTurn { get; } = new(1, 1);

    /// <summary>Whether the last two searches for bad rows were given up, with no call accepted since.</summary>
    public bool IsSearchHopeless => Volatile.Read(ref _searchesGivenUp) >= MaxSearchesGivenUp;

    /// <summary>Notes that the bad rows of a call could not be found.</summary>
    public void GiveUpSearch() => Interlocked.Increment(ref _searchesGivenUp);

    /// <summary>Ends the write: no further call is made, and calls that wait for a permit are taken back. The first reason is kept.</summary>
    /// <param name="reason">The failure. An exception that is not this library's own, such as that of an application's handler, is wrapped.</param>
    public void Stop(Exception reason)
    {
        Interlocked.CompareExchange(ref _stoppedBy, reason as GainsightException ?? Foreign(reason), null);
        if (reason is not GainsightQuotaExceededException)
        {
            // A call that was refused a place in the queue says nothing of those that wait in it already.
            Withdraw();
        }

        _stopped.TrySetResult();
    }

    /// <summary>The most rows of a call. A tenant that took only smaller calls gets smaller ones from then on.</summary>
    public int CallSize(WriteMode mode) => _context.Learnt(_job.ObjectName).CallSize((int)mode, _job.CallSize);

    /// <summary>Notes that a call was refused and that its halves passed.</summary>
    public void Limit(WriteMode mode, int size) => _context.Learnt(_job.ObjectName).Limit((int)mode, size);

    /// <summary>Sends nothing more, and takes back the calls that wait for a permit. Calls that were sent go on.</summary>
    public void Withdraw()
    {
        try
        {
            _ = _withdrawn.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // The write ended at the moment of its time limit, whose timer runs beside it.
        }
    }

    /// <summary>Sends rows in one call.</summary>
    /// <param name="rows">Rows that can share a call.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The refused rows. Every other row has its outcome, or the write has stopped.</returns>
    public async Task<IReadOnlyList<RefusedRows<T>>> SendAsync(IReadOnlyList<WriteRow<T>> rows, CancellationToken cancellationToken)
    {
        var refused = await SendAsync(rows, isResend: false, cancellationToken).ConfigureAwait(false);
        if (rows.Any(row => row.Outcome is { Succeeded: true }))
        {
            Volatile.Write(ref _blockedWhole, 0);
            Volatile.Write(ref _searchesGivenUp, 0);
        }

        return refused;
    }

    public void Dispose()
    {
        SearchTurn.Dispose();
        _withdrawn.Dispose();
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever is thrown, by whoever, the rows must be reported. The report says what it was.")]
    private async Task<IReadOnlyList<RefusedRows<T>>> SendAsync(IReadOnlyList<WriteRow<T>> rows, bool isResend, CancellationToken cancellationToken)
    {
        if (IsOver || CreateRequest(ref rows) is not { } request)
        {
            return [];
        }

        var call = new CallState(request) { Sending = _journal is { } journal ? NoteOf(journal, rows) : null };
        try
        {
            return await SendAsync(rows, call, isResend, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            var isCanceled = exception is OperationCanceledException && (cancellationToken.IsCancellationRequested || IsOver);
            if (!isCanceled)
            {
                Stop(exception);
            }

            if (call.MayHaveBeenProcessed)
            {
                Outcomes.Settle(rows, RowStatus.Unknown, null, isCanceled ? Canceled : new RecordError(RecordErrorCodes.TransportFailure, StoppedBy!.Message));
            }

            cancellationToken.ThrowIfCancellationRequested();
            return [];
        }
        finally
        {
            request.Body?.Dispose();
        }
    }

    private async Task<IReadOnlyList<RefusedRows<T>>> SendAsync(
        IReadOnlyList<WriteRow<T>> rows, CallState call, bool isResend, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _context.Transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
            return await SettleAcceptedAsync(rows, response, cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightException failure)
        {
            return await SettleFailureAsync(rows, failure, call, isResend, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Builds the call. A row that cannot be written, such as one with an invalid date, fails alone. Null when no row is left.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A row that cannot be read must not cost the report of the others.")]
    private ApiRequest? CreateRequest(ref IReadOnlyList<WriteRow<T>> rows)
    {
        try
        {
            return _job.CreateRequest(rows, _lane, Calls);
        }
        catch (Exception)
        {
            rows = [.. rows.Where(row => !_job.SettleUnwritable(row, Calls))];
            return rows.Count == 0 ? null : _job.CreateRequest(rows, _lane, Calls);
        }
    }

    private async Task<IReadOnlyList<RefusedRows<T>>> SettleAcceptedAsync(
        IReadOnlyList<WriteRow<T>> rows, BufferedAnswer accepted, CancellationToken cancellationToken)
    {
        BufferedAnswer? followed;
        try
        {
            followed = await _job.FollowAsync(accepted, Calls, cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightException failure)
        {
            // Gainsight accepted the rows, but how its job ended is not known. A row that a read does not find may still be written later.
            if (rows[0].Mode == WriteMode.Insert)
            {
                await VerifyAsync(
                    rows, written: null, accepted.RequestId, Outcomes.ErrorsOf(failure), mayStillArrive: true, cancellationToken).ConfigureAwait(false);
            }

            Outcomes.Settle(rows, RowStatus.Unknown, accepted.RequestId, Outcomes.ErrorsOf(failure));
            return [];
        }

        followed?.Began = accepted;
        using (followed)
        {
            var response = followed ?? accepted;
            var isSettled = _job.Settle(rows, response, out var written);
            await _job.ReviewAsync(rows, Calls, cancellationToken).ConfigureAwait(false);
            return isSettled
                ? []
                : await SettleOpenAsync(rows, written, response, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<RefusedRows<T>>> SettleFailureAsync(
        IReadOnlyList<WriteRow<T>> rows, GainsightException failure, CallState call, bool isResend, CancellationToken cancellationToken)
    {
        var requestId = (failure as GainsightApiException)?.RequestId;
        var mode = rows[0].Mode;
        var refusal = FailureKinds.RefusalOf(failure, mode, call.EarlierAttemptMayHaveBeenProcessed);
        if (call.EarlierAttemptMayHaveBeenProcessed && (mode == WriteMode.Delete || refusal?.HasReason == false))
        {
            foreach (var row in rows)
            {
                row.MayBeWritten = true;

                // A background job that the earlier attempt started may still be at work.
                row.MayStillArrive |= call.MayStillBeProcessed || _job.MaxCalls == 1;
            }
        }

        // "Not found" for a single row whose earlier attempt may have been carried out: that attempt deleted the row.
        if (mode == WriteMode.Delete && rows.Count == 1 && rows[0].MayBeWritten && SaysRecordMissing(failure))
        {
            Outcomes.Settle(rows, RowStatus.Deleted, requestId);
            return [];
        }

        if (refusal is not null)
        {
            return [new(rows, refusal, rows.Count == 1)];
        }

        if (FailureKinds.IsBlocked(failure) && !call.EarlierAttemptMayHaveBeenProcessed)
        {
            return await SettleBlockedAsync(rows, failure, cancellationToken).ConfigureAwait(false);
        }

        var mayBeWritten = FailureKinds.MayBeCarriedOut(failure) || call.EarlierAttemptMayHaveBeenProcessed;
        if (!FailureKinds.MayBeCarriedOut(failure))
        {
            Stop(failure);
        }

        if (mayBeWritten && mode == WriteMode.Insert)
        {
            foreach (var row in rows)
            {
                row.MayStillArrive |= call.MayStillBeProcessed;
            }

            var again = await VerifyAsync(
                rows, written: null, requestId, Outcomes.ErrorsOf(failure), call.MayStillBeProcessed, cancellationToken).ConfigureAwait(false);
            if (isResend)
            {
                Outcomes.Settle(again.Where(row => row.Mode == WriteMode.Insert), RowStatus.Unknown, requestId, Outcomes.ErrorsOf(failure));
                again.RemoveAll(row => row.Outcome is not null);
            }

            return await SendAgainAsync(again, cancellationToken).ConfigureAwait(false);
        }

        if (mayBeWritten)
        {
            Outcomes.Settle(rows, RowStatus.Unknown, requestId, Outcomes.ErrorsOf(failure));
        }

        return [];
    }

    private static bool SaysRecordMissing(GainsightException failure) =>
        failure is GainsightValidationException { ErrorCode: ErrorCodes.NoMatch or ErrorCodes.ActivityNotFound } or GainsightNotFoundException { MayBeRecord: true };

    private static RecordError Canceled { get; } =
        new(RecordErrorCodes.Canceled, "The write ended while the row's call was in progress, or waited to be sent again.");

    private static GainsightException Foreign(Exception exception) => new(
        Transport.IsDisposal(exception)
            ? "The client was disposed while the write was running, so the write sends no more calls."
            : $"The write was stopped by an exception that is not of this library ({exception.GetType().Name}, in InnerException). It may come from a handler of the application or its progress callback.",
        exception);
}
