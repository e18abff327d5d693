namespace Gainsight.Client;

/// <summary>Reads back the rows of an insert whose answer was lost. A call is all or nothing, so one row found proves them all.</summary>
internal sealed class InsertVerifier<T>(WriteJob<T> job, TimeSpan settleDelay, TimeProvider timeProvider, WriteRunState state)
{
    public async Task<VerifiedInsert> VerifyAsync(IReadOnlyList<WriteRow<T>> rows, string? requestId, CancellationToken cancellationToken)
    {
        try
        {
            IReadOnlyDictionary<WriteRow<T>, string?> found = await job.FindInsertedAsync(rows, state.Calls, cancellationToken).ConfigureAwait(false);
            if (found.Count < rows.Count)
            {
                // Not there yet, or only some are visible yet: a second look decides, and names the rows that were late.
                await Task.Delay(settleDelay, timeProvider, cancellationToken).ConfigureAwait(false);
                found = await job.FindInsertedAsync(rows, state.Calls, cancellationToken).ConfigureAwait(false);
            }

            if (found.Count == 0)
            {
                return VerifiedInsert.Absent;
            }

            foreach (WriteRow<T> row in rows)
            {
                row.Outcome = new(row.Index, row.Record, RowStatus.Inserted, found.GetValueOrDefault(row), requestId: requestId);
            }

            return VerifiedInsert.Written;
        }
        catch (GainsightException)
        {
            return VerifiedInsert.Unclear;
        }
    }
}
