namespace Gainsight.Client;

/// <content>Bulk export.</content>
public partial class BulkClient
{
    /// <inheritdoc cref="ExportAsync{T}(RecordQuery{T}, ExportOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<T> ExportAsync<T>(RecordQuery<T> query, CancellationToken cancellationToken = default)
        where T : GainsightRecord, new() => ExportAsync(query, ExportOptions.Default, cancellationToken);

    /// <summary>Exports the rows of a query: submits a job, waits for it, and streams its result with constant memory.</summary>
    /// <remarks>
    /// <para>
    /// An export costs one of 10 asynchronous calls per hour, one call per 20,000 rows, and one call per status request
    /// (<see cref="QuotaBuckets.BulkPolls"/>). The first row arrives after half a minute or later. All rows are from the same moment, in the order of the query.
    /// </para>
    /// <para>
    /// Values have the types that a query gives them, which metadata says for fields that have no typed token. The header of each chunk is compared with the
    /// selection, by name or by label, and each chunk must end with a line end. Null and empty text differ only if Gainsight quotes empty text. A result comes in
    /// chunks: a broken chunk is downloaded again and continues at the row where it broke. To continue after a crash, store the
    /// <see cref="ExportProgress.Job"/> that <see cref="ExportOptions.Progress"/> receives.
    /// </para>
    /// <para>
    /// The submission is official. States, addresses and CSV come from a copy of Gainsight's documentation. An export stops at 1,000,000 rows. A query
    /// with more rows and without <c>Take</c> fails before a row is read, or after the last row when Gainsight does not return the total.
    /// </para>
    /// </remarks>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="query">The rows to export, such as <c>gainsight.Companies.Query().Select(…).Where(…)</c>.</param>
    /// <param name="options">How to wait and read.</param>
    /// <param name="cancellationToken">Cancels the read. The job continues.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="ArgumentException">Another client created the query.</exception>
    /// <exception cref="GainsightExportException">Gainsight did not complete the job, did not complete it in time, or stopped it at 1,000,000 rows.</exception>
    /// <exception cref="GainsightProtocolException">An address is on another host, a chunk lacks a field or is incomplete, or the chunks do not add up to the announced number of rows.</exception>
    /// <exception cref="GainsightException">A call failed. The exception type says why.</exception>
    public virtual IAsyncEnumerable<T> ExportAsync<T>(RecordQuery<T> query, ExportOptions options, CancellationToken cancellationToken = default)
        where T : GainsightRecord, new()
    {
        ArgumentNullException.ThrowIfNull(options);
        return new ExportReader<T>(Context, options).ReadAsync(PlanOf(query), cancellationToken);
    }

    /// <summary>Submits an export without waiting for it. The job can be read later, in another process as well.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="query">The rows to export.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The job, for <see cref="ReadExportAsync{T}(ExportJob, CancellationToken)"/>.</returns>
    /// <exception cref="ArgumentException">Another client created the query.</exception>
    /// <exception cref="GainsightException">The export was not submitted. The exception type says why.</exception>
    public virtual async Task<ExportJob> StartExportAsync<T>(RecordQuery<T> query, CancellationToken cancellationToken = default)
        where T : GainsightRecord, new()
    {
        var plan = await QueryMetadata.CompleteAsync(PlanOf(query), Context.Metadata, cancellationToken).ConfigureAwait(false);
        return await new ExportReader<T>(Context, ExportOptions.Default).SubmitAsync(plan, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="ReadExportAsync{T}(ExportJob, ExportOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<T> ReadExportAsync<T>(ExportJob job, CancellationToken cancellationToken = default)
        where T : GainsightRecord, new() => ReadExportAsync<T>(job, ExportOptions.Default, cancellationToken);

    /// <summary>Waits for an export that was submitted before, and reads it from the next unread chunk.</summary>
    /// <typeparam name="T">The record type of the exported query, or another type that fits its fields. The rows have no labels.</typeparam>
    /// <param name="job">The job, from <see cref="StartExportAsync{T}"/>, a progress report or an exception.</param>
    /// <param name="options">How to wait and read.</param>
    /// <param name="cancellationToken">Cancels the read. The job continues.</param>
    /// <returns>The rows of the remaining chunks.</returns>
    /// <exception cref="ArgumentException">The job has a negative number or an empty name.</exception>
    /// <exception cref="GainsightExportException">Gainsight did not complete the job, did not complete it in time, or stopped it at 1,000,000 rows.</exception>
    /// <exception cref="GainsightProtocolException">As for <see cref="ExportAsync{T}(RecordQuery{T}, ExportOptions, CancellationToken)"/>.</exception>
    /// <exception cref="GainsightException">A call failed. The exception type says why.</exception>
    public virtual IAsyncEnumerable<T> ReadExportAsync<T>(ExportJob job, ExportOptions options, CancellationToken cancellationToken = default)
        where T : GainsightRecord, new()
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(job.ObjectName, nameof(job));
        ArgumentException.ThrowIfNullOrWhiteSpace(job.StatusAddress, nameof(job));
        if (job.NextChunk < 0 || job.RowsRead < 0)
        {
            throw new ArgumentException($"The job is not one that this library made: {nameof(ExportJob.NextChunk)} and {nameof(ExportJob.RowsRead)} cannot be negative.", nameof(job));
        }

        return new ExportReader<T>(Context, options)
            .ReadAsync(job, [.. (job.Fields ?? []).Select(Field.ByName)], labels: null, isNew: false, cancellationToken);
    }

    private QueryPlan PlanOf<T>(RecordQuery<T> query)
        where T : GainsightRecord, new()
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Plan.Skip > 0)
        {
            throw new ArgumentException("An export returns all rows of a query. Remove Skip from the query.", nameof(query));
        }

        return query.BelongsTo(Context)
            ? query.Plan
            : throw new ArgumentException("The query belongs to another client. Create it with the client that exports it.", nameof(query));
    }
}
