namespace Gainsight.Client;

/// <summary>Writes rows that a <see cref="RecordMapper{T}"/> has mapped.</summary>
public static class MappedRecords
{
    /// <summary>Writes the rows without problems. The others fail, each with an error for every problem, and are not sent.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="write">The write, such as <c>(records, cancel) => gainsight.Companies.UpsertAsync(records, CompanyFields.Name, cancel)</c>. It is not called when every row has a problem.</param>
    /// <param name="cancellationToken">Is given to <paramref name="write"/>.</param>
    /// <returns>One outcome for each row, in the order of the input. An error's <see cref="RecordError.Field"/> is the field, or the name in the source when the map has none for it.</returns>
    /// <exception cref="ArgumentException">The report of <paramref name="write"/> does not have one outcome for each record.</exception>
    /// <exception cref="WriteCanceledException">The write was cancelled. The exception contains the report on the rows without problems.</exception>
    public static async Task<WriteReport<T>> WriteAsync<T>(this IEnumerable<MappedRecord<T>> rows, Func<IReadOnlyList<T>, CancellationToken, Task<WriteReport<T>>> write, CancellationToken cancellationToken = default)
        where T : GainsightRecord
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(write);
        MappedRecord<T>[] all = [.. rows];
        T[] valid = [.. all.Where(row => row.IsValid).Select(row => row.Record)];
        var report = valid.Length == 0 ? new WriteReport<T>([]) : await write(valid, cancellationToken).ConfigureAwait(false);
        if (report.Rows.Count != valid.Length)
        {
            throw new ArgumentException("The report does not have one outcome for each record that was given to the write.", nameof(write));
        }

        var done = report.Rows.GetEnumerator();
        RowOutcome<T> OutcomeOf(MappedRecord<T> row, int index) => row.IsValid && done.MoveNext()
            ? new(index, done.Current.Record, done.Current.Status, done.Current.Gsid, done.Current.Errors, done.Current.RequestId)
            : new(index, row.Record, RowStatus.Failed, errors: row.Errors);

        return new([.. all.Select(OutcomeOf)], report.Calls, report.Elapsed, report.StoppedBy);
    }
}
