namespace Gainsight.Client;

/// <summary>Reads back the rows of an insert of which the answer was lost, or did not tell what became of each.</summary>
internal sealed class InsertVerifier<T>(WriteJob<T> job, TimeSpan settleDelay, TimeProvider timeProvider, WriteRunState state)
{
    /// <summary>Gives the rows that are found their outcomes, and tells what that says of the others.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="written">How many of them Gainsight says it wrote, or null when it did not answer.</param>
    /// <param name="requestId">The id of the insert.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<VerifiedInsert> VerifyAsync(IReadOnlyList<WriteRow<T>> rows, int? written, string? requestId, CancellationToken cancellationToken)
    {
        // A row without a key can never be found, so finding nothing would prove nothing.
        if (rows.Any(row => !job.CanFind(row)))
        {
            return VerifiedInsert.Unclear;
        }

        try
        {
            var found = await job.FindAsync(rows, state.Calls, cancellationToken).ConfigureAwait(false);
            if (found.Count != (written ?? rows.Count))
            {
                // Not there yet, or only some are visible yet: a second look decides, and names the rows that were late.
                await Task.Delay(settleDelay, timeProvider, cancellationToken).ConfigureAwait(false);
                found = await job.FindAsync(rows, state.Calls, cancellationToken).ConfigureAwait(false);
            }

            foreach ((var row, var gsid) in found)
            {
                row.Outcome = new(row.Index, row.Record, RowStatus.Inserted, gsid, requestId: requestId);
            }

            return found.Count == rows.Count ? VerifiedInsert.Written
                : found.Count == (written ?? 0) ? VerifiedInsert.Absent
                : VerifiedInsert.Unclear;
        }
        catch (GainsightException)
        {
            return VerifiedInsert.Unclear;
        }
    }
}
