namespace Gainsight.Client;

/// <summary>Sends the rows of one call and finds out what became of each.</summary>
internal sealed class ChunkWriter<T> : IDisposable
{
    private readonly ClientContext _context;
    private readonly WriteJob<T> _job;
    private readonly RequestLane _lane;
    private readonly WriteRunState _state;
    private readonly RefusalResolver<T> _refusals;
    private readonly InsertVerifier<T> _verifier;

    public ChunkWriter(ClientContext context, WriteJob<T> job, WriteOptions options, RequestLane lane, WriteRunState state)
    {
        _context = context;
        _job = job;
        _lane = lane;
        _state = state;
        _refusals = new RefusalResolver<T>(job, options.ChunkFailure);
        _verifier = new InsertVerifier<T>(job, options.SettleDelay, context.Transport.TimeProvider, state);
    }

    /// <summary>Sends the rows; afterwards each has its outcome, but for those that were not attempted because the work stopped.</summary>
    public Task WriteAsync(ChunkGroup group, IReadOnlyList<WriteRow<T>> rows, CancellationToken cancellationToken) =>
        _refusals.WriteAsync(rows, part => SendAsync(group, part, isResend: false, cancellationToken), cancellationToken);

    public void Dispose() => _refusals.Dispose();

    /// <summary>Makes one call: null when every row is settled or the work stopped, or the refusal that is to be resolved.</summary>
    private async Task<GainsightValidationException?> SendAsync(
        ChunkGroup group, IReadOnlyList<WriteRow<T>> rows, bool isResend, CancellationToken cancellationToken)
    {
        if (_state.StoppedBy is not null)
        {
            return null;
        }

        ApiRequest? request = null;
        try
        {
            request = CreateRequest(group, ref rows);
            if (request is null)
            {
                return null;
            }

            using ApiResponse response = await _context.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
            WriteAnswer.Settle(_job, group, rows, response);
            return null;
        }
        catch (GainsightException failure)
        {
            return await SettleFailureAsync(group, rows, failure, isResend, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && (isResend || request?.Attempts > 0))
        {
            SettleCanceled(rows);
            throw;
        }
        finally
        {
            request?.Body?.Dispose();
        }
    }

    private async Task<GainsightValidationException?> SettleFailureAsync(
        ChunkGroup group, IReadOnlyList<WriteRow<T>> rows, GainsightException failure, bool isResend, CancellationToken cancellationToken)
    {
        switch (failure)
        {
            // The row is gone, and an attempt of ours may have been carried out before: that attempt deleted it.
            case GainsightValidationException { ErrorCode: "GSOBJ_1011", EarlierAttemptMayHaveBeenProcessed: true } when group.Mode == WriteMode.Delete:
                Outcomes.Settle(rows, RowStatus.Deleted, Outcomes.RequestIdOf(failure));
                return null;

            // The route itself is refused: no row can succeed.
            case GainsightValidationException { ErrorCode: "GSOBJ_1023" }:
                _state.Stop(failure);
                return null;

            case GainsightValidationException refusal:
                return refusal;

            case GainsightNotFoundException { ErrorCode: not "GS_APIG_1000" } when group.Mode == WriteMode.Delete:
                Outcomes.Settle(rows, RowStatus.Failed, Outcomes.RequestIdOf(failure), Outcomes.ErrorsOf(failure, RecordErrorCodes.ChunkRefused));
                return null;

            case { MayHaveBeenProcessed: false, EarlierAttemptMayHaveBeenProcessed: false }:
                _state.Stop(failure);
                return null;
        }

        if (group.Mode == WriteMode.Insert && _job.CanVerify)
        {
            try
            {
                VerifiedInsert verified = await _verifier.VerifyAsync(rows, Outcomes.RequestIdOf(failure), cancellationToken).ConfigureAwait(false);
                if (verified == VerifiedInsert.Written)
                {
                    return null;
                }

                if (verified == VerifiedInsert.Absent && !isResend)
                {
                    return await SendAsync(group, rows, isResend: true, cancellationToken).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                SettleCanceled(rows);
                throw;
            }
        }

        Outcomes.Settle(rows, RowStatus.Unknown, Outcomes.RequestIdOf(failure), Outcomes.ErrorsOf(failure, RecordErrorCodes.TransportFailure));
        return null;
    }

    /// <summary>Builds the call. A row that cannot be written, such as one with a date that is none, fails alone; null when none is left.</summary>
    private ApiRequest? CreateRequest(ChunkGroup group, ref IReadOnlyList<WriteRow<T>> rows)
    {
        try
        {
            return _job.CreateRequest(group, rows, _lane, _state.Calls);
        }
        catch (Exception exception) when (exception is ArgumentException or GainsightProtocolException)
        {
            var writable = new List<WriteRow<T>>(rows.Count);
            foreach (WriteRow<T> row in rows)
            {
                try
                {
                    _job.CreateRequest(group, [row], _lane, _state.Calls).Body?.Dispose();
                    writable.Add(row);
                }
                catch (Exception single) when (single is ArgumentException or GainsightProtocolException)
                {
                    Outcomes.Settle([row], RowStatus.Failed, null, new RecordError(RecordErrorCodes.InvalidValue, single.Message));
                }
            }

            rows = writable;
            return writable.Count == 0 ? null : _job.CreateRequest(group, writable, _lane, _state.Calls);
        }
    }

    private static void SettleCanceled(IReadOnlyList<WriteRow<T>> rows) => Outcomes.Settle(
        rows, RowStatus.Unknown, null, new RecordError(RecordErrorCodes.Canceled, "The write was cancelled while the row was under way."));
}
