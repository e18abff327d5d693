namespace Gainsight.Client;

/// <content>Bulk export.</content>
public partial class BulkClient
{
    /// <inheritdoc cref="ExportAsync{T}(RecordQuery{T}, ExportOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<T> ExportAsync<T>(RecordQuery<T> query, CancellationToken cancellationToken = default)
        where T : GainsightRecord, new() => ExportAsync(query, ExportOptions.Default, cancellationToken);

    /// <summary>Exports the rows of a query: submits a job, waits for it, and reads its result while it comes. Memory does not grow with the number of rows.</summary>
    /// <remarks>
    /// <para>
    /// It costs one of 10 asynchronous calls an hour, and a call for every 20,000 rows and for every time that the job is asked after
    /// (<see cref="QuotaBuckets.BulkPolls"/>). It brings no row before half a minute. Rows are those of one moment, in the order of the query.
    /// </para>
    /// <para>
    /// Values come as text, and typed properties read them as always; a null and an empty text are told apart only where Gainsight quotes the
    /// latter. A result comes in parts: one that breaks off is fetched again from the row where it broke. To go on after a crash, keep the
    /// <see cref="ExportProgress.Job"/> that <see cref="ExportOptions.Progress"/> is told.
    /// </para>
    /// <para>
    /// The submission is official; states, addresses and CSV are from a copy of Gainsight's documentation at second hand. An export stops at 1,000,000
    /// rows: a query with more, and without <c>Take</c>, fails before a row is read, or behind the
    /// last row where Gainsight does not tell the total.
    /// </para>
    /// </remarks>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="query">What to export, such as <c>gainsight.Companies.Query().Select(…).Where(…)</c>.</param>
    /// <param name="options">How to wait and read.</param>
    /// <param name="cancellationToken">Ends the reading; the job goes on.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="ArgumentException">The query was made by another client.</exception>
    /// <exception cref="GainsightExportException">Gainsight did not complete the job, or not in time, or stopped it at 1,000,000 rows.</exception>
    /// <exception cref="GainsightProtocolException">An address is on another host, or a part is not whole, or the parts do not make up the number of rows announced.</exception>
    /// <exception cref="GainsightException">A call failed; its type says why.</exception>
    public virtual IAsyncEnumerable<T> ExportAsync<T>(RecordQuery<T> query, ExportOptions options, CancellationToken cancellationToken = default)
        where T : GainsightRecord, new()
    {
        ArgumentNullException.ThrowIfNull(options);
        return new ExportReader<T>(Context, options).ReadAsync(PlanOf(query), cancellationToken);
    }

    /// <summary>Submits an export and does not wait for it: for jobs that are read later, perhaps elsewhere.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="query">What to export.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The job, for <see cref="ReadExportAsync{T}(ExportJob, CancellationToken)"/>.</returns>
    /// <exception cref="ArgumentException">The query was made by another client.</exception>
    /// <exception cref="GainsightException">The export was not submitted; its type says why.</exception>
    public virtual async Task<ExportJob> StartExportAsync<T>(RecordQuery<T> query, CancellationToken cancellationToken = default)
        where T : GainsightRecord, new()
    {
        var plan = await QueryMetadata.CompleteAsync(PlanOf(query), Context.Metadata, cancellationToken).ConfigureAwait(false);
        return await new ExportReader<T>(Context, ExportOptions.Default).SubmitAsync(plan, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="ReadExportAsync{T}(ExportJob, ExportOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<T> ReadExportAsync<T>(ExportJob job, CancellationToken cancellationToken = default)
        where T : GainsightRecord, new() => ReadExportAsync<T>(job, ExportOptions.Default, cancellationToken);

    /// <summary>Waits for an export that was submitted before, and reads it from the part at which the job stands.</summary>
    /// <typeparam name="T">The record type of the query that was exported, or another that fits its fields. Labels are not known to the rows.</typeparam>
    /// <param name="job">The job, from <see cref="StartExportAsync{T}"/>, a progress report or an exception.</param>
    /// <param name="options">How to wait and read.</param>
    /// <param name="cancellationToken">Ends the reading; the job goes on.</param>
    /// <returns>The rows of the parts that are left.</returns>
    /// <exception cref="GainsightExportException">Gainsight did not complete the job, or not in time, or stopped it at 1,000,000 rows.</exception>
    /// <exception cref="GainsightProtocolException">As for <see cref="ExportAsync{T}(RecordQuery{T}, ExportOptions, CancellationToken)"/>.</exception>
    /// <exception cref="GainsightException">A call failed; its type says why.</exception>
    public virtual IAsyncEnumerable<T> ReadExportAsync<T>(ExportJob job, ExportOptions options, CancellationToken cancellationToken = default)
        where T : GainsightRecord, new()
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(options);
        return new ExportReader<T>(Context, options).ReadAsync(job, labels: null, isNew: false, cancellationToken);
    }

    private QueryPlan PlanOf<T>(RecordQuery<T> query)
        where T : GainsightRecord, new()
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.BelongsTo(Context)
            ? query.Plan
            : throw new ArgumentException("The query was made by another client. Make it with the client that exports it.", nameof(query));
    }
}
