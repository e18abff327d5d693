namespace Gainsight.Client;

/// <content>Rows whose fate the answer does not tell: inserts are read back, updates are sent again.</content>
internal sealed partial class CallWriter<T>
{
    /// <summary>What reading back says of the rows of an insert that were not found.</summary>
    private enum ReadBack
    {
        /// <summary>There are none: every row was found.</summary>
        Written,

        /// <summary>They were not written and may be sent again.</summary>
        Absent,

        /// <summary>Whether they were written is not known.</summary>
        Unclear,
    }

    /// <summary>Handles rows without an outcome after an answer that does not name them all.</summary>
    /// <returns>Null when reading settled the rows, or a refusal of those to send again.</returns>
    private async Task<ApiRefusal?> SettleOpenAsync(
        IReadOnlyList<WriteRow<T>> rows, int? written, ApiResponse response, CancellationToken cancellationToken)
    {
        List<WriteRow<T>> open = [.. rows.Where(row => row.Outcome is null)];
        var refusal = new ApiRefusal
        {
            Message = "Gainsight wrote some rows of the call and did not name each of the others.",
            Status = System.Net.HttpStatusCode.OK,
            Code = response.Errors.Count == 0 ? ErrorCodes.NoMatch : null,
            Errors = response.Errors,
            RequestId = response.RequestId,
        };

        if (rows[0].Mode != WriteMode.Insert)
        {
            // An update may be sent again until every row is written or named. If that never happens, the rows are unknown.
            open.ForEach(row => row.MayBeWritten = true);
            return refusal;
        }

        if (await VerifyAsync(open, written, response.RequestId, cancellationToken).ConfigureAwait(false) == ReadBack.Absent)
        {
            return refusal;
        }

        Outcomes.Settle(open, RowStatus.Unknown, response.RequestId, Outcomes.ErrorsOf(refusal));
        return null;
    }

    /// <summary>Reads back the rows of an insert whose answer was lost or incomplete. Rows that are found are inserted.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="written">How many of them Gainsight says it wrote, or null when it did not answer.</param>
    /// <param name="requestId">The id of the insert.</param>
    /// <param name="cancellationToken">Cancels the reads. The rows are then unknown.</param>
    private async Task<ReadBack> VerifyAsync(
        IReadOnlyList<WriteRow<T>> rows, int? written, string? requestId, CancellationToken cancellationToken)
    {
        // A row without a key cannot be found, so finding nothing would prove nothing.
        if (rows.Any(row => !_job.CanFind(row)))
        {
            return ReadBack.Unclear;
        }

        try
        {
            var found = await _job.FindAsync(rows, Calls, cancellationToken).ConfigureAwait(false);
            if (found.Count != (written ?? rows.Count))
            {
                // Some rows may not be visible yet. A second read after the delay decides, and names the rows that were late.
                await Task.Delay(_settleDelay, _context.Transport.TimeProvider, cancellationToken).ConfigureAwait(false);
                found = await _job.FindAsync(rows, Calls, cancellationToken).ConfigureAwait(false);
            }

            foreach ((var row, var gsid) in found)
            {
                row.Outcome = new(row.Index, row.Record, RowStatus.Inserted, gsid, requestId: requestId);
            }

            return found.Count == rows.Count ? ReadBack.Written
                : found.Count == (written ?? 0) ? ReadBack.Absent
                : ReadBack.Unclear;
        }
        catch (GainsightException)
        {
            return ReadBack.Unclear;
        }
    }
}
