namespace Gainsight.Client;

/// <content>What a read tells where an answer does not.</content>
internal sealed partial class CallWriter<T>
{
    private async Task<GainsightValidationException?> SettleAcceptedAsync(
        CallShape group, IReadOnlyList<WriteRow<T>> rows, ApiResponse accepted, CancellationToken cancellationToken)
    {
        ApiResponse? followed;
        try
        {
            followed = await _job.FollowAsync(accepted, _state.Calls, cancellationToken).ConfigureAwait(false);
        }
        catch (GainsightException failure)
        {
            // The rows were taken, whatever kept us from learning what became of them. What a read does not find may yet be written.
            if (group.Mode == WriteMode.Insert)
            {
                await VerifyAsync(rows, written: null, accepted.RequestId, cancellationToken).ConfigureAwait(false);
            }

            Outcomes.Settle(rows, RowStatus.Unknown, accepted.RequestId, Outcomes.ErrorsOf(failure, RecordErrorCodes.TransportFailure));
            return null;
        }

        followed?.Began = accepted;
        using (followed)
        {
            var response = followed ?? accepted;
            return _job.Settle(group, rows, response, out var written)
                ? null
                : await SettlePartAsync(group, rows, written, response, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>After an answer that does not cover every row: null when reading told what became of them, or a refusal of those to send again.</summary>
    private async Task<GainsightValidationException?> SettlePartAsync(
        CallShape group, IReadOnlyList<WriteRow<T>> rows, int? written, ApiResponse response, CancellationToken cancellationToken)
    {
        List<WriteRow<T>> open = [.. rows.Where(row => row.Outcome is null)];
        var refusal = new GainsightValidationException("Gainsight wrote some of the rows of a call and did not name each of the others.")
        {
            StatusCode = System.Net.HttpStatusCode.OK,
            ErrorCode = response.Errors.Count == 0 ? ErrorCodes.NoMatch : null,
            Errors = response.Errors,
            RequestId = response.RequestId,
        };

        if (group.Mode != WriteMode.Insert)
        {
            // An update may be sent again, until every row is written or named; should that not come to pass, nobody can tell.
            open.ForEach(row => row.MayBeWritten = true);
            return refusal;
        }

        if (await VerifyAsync(open, written, response.RequestId, cancellationToken).ConfigureAwait(false) == VerifiedInsert.Absent)
        {
            return refusal;
        }

        Outcomes.Settle(open, RowStatus.Unknown, response.RequestId, Outcomes.ErrorsOf(refusal, RecordErrorCodes.ChunkRefused));
        return null;
    }

    private async Task<VerifiedInsert> VerifyAsync(
        IReadOnlyList<WriteRow<T>> rows, int? written, string? requestId, CancellationToken cancellationToken)
    {
        try
        {
            return await _verifier.VerifyAsync(rows, written, requestId, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            SettleCanceled(rows);
            throw;
        }
    }

    /// <summary>After an update was refused because of rows that match nothing: one read tells which they are. False when that was not the reason.</summary>
    private async Task<bool> SettleUnmatchedAsync(
        CallShape group, IReadOnlyList<WriteRow<T>> rows, GainsightValidationException refusal, CancellationToken cancellationToken)
    {
        if (group.Mode is not (WriteMode.UpdateByKeys or WriteMode.UpdateByGsid)
            || refusal.ErrorCode != ErrorCodes.NoMatch
            || refusal.Errors.Any(error => error.Field is not null))
        {
            return false;
        }

        try
        {
            var found = await _job.FindAsync(rows, _state.Calls, cancellationToken).ConfigureAwait(false);
            var key = group.Mode == WriteMode.UpdateByGsid ? SystemFields.Gsid : _job.Keys[0];
            Outcomes.Settle(
                rows.Where(row => !found.ContainsKey(row)),
                RowStatus.Failed,
                refusal.RequestId,
                Outcomes.Unmatched(key));
        }
        catch (GainsightException)
        {
            // Halving tells as well, at a higher price.
        }

        return true;
    }

    private static void SettleCanceled(IReadOnlyList<WriteRow<T>> rows) => Outcomes.Settle(
        rows, RowStatus.Unknown, null, new RecordError(RecordErrorCodes.Canceled, "The write was cancelled while the row was under way."));
}
