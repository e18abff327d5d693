namespace Gainsight.Client;

/// <summary>Sends the rows of one call and finds out what became of each.</summary>
internal sealed partial class CallWriter<T> : IDisposable
{
    private readonly ClientContext _context;
    private readonly WriteJob<T> _job;
    private readonly ChunkFailure _chunkFailure;
    private readonly RequestLane _lane;
    private readonly WriteRunState _state;
    private readonly InsertVerifier<T> _verifier;
    private readonly BadRowSearches _gate = new();

    public CallWriter(ClientContext context, WriteJob<T> job, WriteOptions options, RequestLane lane, WriteRunState state)
    {
        _context = context;
        _job = job;
        _chunkFailure = job.MaxCalls > 1 ? options.ChunkFailure : ChunkFailure.Report;
        _lane = lane;
        _state = state;
        _verifier = new InsertVerifier<T>(job, options.SettleDelay, context.Transport.TimeProvider, state);
    }

    /// <summary>Sends the rows; afterwards each has its outcome, but for those that were not attempted because the work stopped.</summary>
    public Task WriteAsync(CallShape group, IReadOnlyList<WriteRow<T>> rows, CancellationToken cancellationToken) =>
        new BadRowFinder<T>(
            _job,
            _chunkFailure,
            _gate,
            part => SendAsync(group, part, isResend: false, cancellationToken),
            (part, refusal) => SettleUnmatchedAsync(group, part, refusal, cancellationToken),
            cancellationToken).WriteAsync(rows);

    public void Dispose() => _gate.Dispose();

    /// <summary>Makes one call: null when every row is settled or the work stopped, or the refusal of the rows that are not.</summary>
    private async Task<GainsightValidationException?> SendAsync(
        CallShape group, IReadOnlyList<WriteRow<T>> rows, bool isResend, CancellationToken cancellationToken)
    {
        if (_state.StoppedBy is not null || CreateRequest(group, ref rows) is not { } request)
        {
            return null;
        }

        var call = new CallState(request);
        try
        {
            using var response = await _context.Transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
            return await SettleAcceptedAsync(group, rows, response, cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightException failure)
        {
            return await SettleFailureAsync(group, rows, failure, call, isResend, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && call.MayHaveBeenProcessed)
        {
            SettleCanceled(rows);
            throw;
        }
        finally
        {
            request.Body?.Dispose();
        }
    }

    private async Task<GainsightValidationException?> SettleFailureAsync(
        CallShape group, IReadOnlyList<WriteRow<T>> rows, GainsightException failure, CallState call, bool isResend, CancellationToken cancellationToken)
    {
        var requestId = Outcomes.RequestIdOf(failure);
        var isDelete = group.Mode == WriteMode.Delete;
        if (isDelete && call.EarlierAttemptMayHaveBeenProcessed)
        {
            foreach (var row in rows)
            {
                row.MayBeWritten = true;
            }
        }

        // Of a call of one row alone it says which is gone; where an attempt of ours may have been carried out before, that attempt deleted it.
        if (isDelete && rows.Count == 1 && rows[0].MayBeWritten && IsNotFound(failure))
        {
            Outcomes.Settle(rows, RowStatus.Deleted, requestId);
            return null;
        }

        // A path that is refused is refused for every row.
        if (failure is GainsightValidationException { ErrorCode: not ErrorCodes.InvalidPath } refusal)
        {
            return refusal;
        }

        // Without a code, only of a delete it is likely that the record is meant and not the route.
        if (failure is GainsightNotFoundException { MayBeRecord: true } missing && (isDelete || missing.ErrorCode is not null))
        {
            return RefusalOf(missing);
        }

        var mayBeWritten = failure.MayHaveBeenProcessed || call.EarlierAttemptMayHaveBeenProcessed;
        if (!failure.MayHaveBeenProcessed)
        {
            _state.Stop(failure);
        }

        if (mayBeWritten && group.Mode == WriteMode.Insert)
        {
            switch (await VerifyAsync(rows, written: null, requestId, cancellationToken).ConfigureAwait(false))
            {
                case VerifiedInsert.Written:
                    return null;
                case VerifiedInsert.Absent when !isResend:
                    return await SendAsync(group, rows, isResend: true, cancellationToken).ConfigureAwait(false);
            }
        }

        if (mayBeWritten)
        {
            Outcomes.Settle(rows, RowStatus.Unknown, requestId, Outcomes.ErrorsOf(failure, RecordErrorCodes.TransportFailure));
        }

        return null;
    }

    /// <summary>Whether the refusal says that a record is not there.</summary>
    private static bool IsNotFound(GainsightException failure) =>
        failure is GainsightValidationException { ErrorCode: ErrorCodes.NoMatch or ErrorCodes.ActivityNotFound } or GainsightNotFoundException { MayBeRecord: true };

    /// <summary>A record that is not there is the fault of its row, like any other value that is refused.</summary>
    private static GainsightValidationException RefusalOf(GainsightNotFoundException missing) => new(missing.Message)
    {
        StatusCode = missing.StatusCode,
        ErrorCode = missing.ErrorCode,
        ErrorDescription = missing.ErrorDescription,
        Errors = missing.Errors,
        RequestId = missing.RequestId,
    };

    /// <summary>Builds the call. A row that cannot be written, such as one with a date that is none, fails alone; null when none is left.</summary>
    private ApiRequest? CreateRequest(CallShape group, ref IReadOnlyList<WriteRow<T>> rows)
    {
        try
        {
            return _job.CreateRequest(group, rows, _lane, _state.Calls);
        }
        catch (Exception exception) when (exception is ArgumentException or GainsightProtocolException)
        {
            rows = [.. rows.Where(row => !_job.SettleUnwritable(row, _state.Calls))];
            return rows.Count == 0 ? null : _job.CreateRequest(group, rows, _lane, _state.Calls);
        }
    }
}
