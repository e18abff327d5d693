namespace Gainsight.Client;

/// <content>Bulk import.</content>
public partial class BulkClient
{
    /// <inheritdoc cref="ImportAsync(string, Stream, ImportOptions, CancellationToken)"/>
    public virtual Task<ImportReport> ImportAsync(string jobId, Stream csv, CancellationToken cancellationToken = default) =>
        ImportAsync(jobId, csv, ImportOptions.Default, cancellationToken);

    /// <summary>Imports a CSV through a job that is configured in Gainsight, and waits until its rows are counted.</summary>
    /// <remarks>
    /// <para>
    /// The job (Administration, Connectors, Gainsight Bulk API) says which object is written, how, and by which keys; there is no API to configure one.
    /// It writes companies, relationships, relationship types and custom objects, not users or people (official). A file above
    /// <see cref="ImportOptions.PartBytes"/> is split between rows, and each part has the header; parts are sent one after the other, each an asynchronous
    /// call of 10 an hour. Rows are checked to be a table before their part is sent. A part lies in the temporary folder, readable by this user alone,
    /// while it is sent.
    /// </para>
    /// <para>
    /// Gainsight tells how many rows were written and how many failed, not which: that stands in its e-mail and its interface. A part whose answer is lost is
    /// not sent again. Route and form are those of a script that ran against a tenant; the names in answers are inferred, unconfirmed.
    /// </para>
    /// </remarks>
    /// <param name="jobId">The id of the job.</param>
    /// <param name="csv">The file, UTF-8, its first row the columns that the job maps. It is read once, from where it stands, and not closed.</param>
    /// <param name="options">How to split and wait.</param>
    /// <param name="cancellationToken">Ends the work. What was sent goes on in Gainsight; <see cref="ImportOptions.Progress"/> told of the parts before.</param>
    /// <returns>What became of the rows, part by part.</returns>
    /// <exception cref="ArgumentException"><paramref name="jobId"/> is empty.</exception>
    /// <exception cref="GainsightValidationException">There is no row, or the first part's rows are no table, or Gainsight knows no such job: nothing was sent or taken.</exception>
    /// <exception cref="GainsightException">The first part was not taken; its type says why.</exception>
    /// <exception cref="IOException">The file could not be read before the first part was sent; later the report tells of it, as of any exception of the rows.</exception>
    public virtual Task<ImportReport> ImportAsync(string jobId, Stream csv, ImportOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(jobId);
        ArgumentNullException.ThrowIfNull(csv);
        ArgumentNullException.ThrowIfNull(options);
        return new ImportRun(Context, jobId, options).RunAsync(ImportRows.OfFile(csv, options.Separator, cancellationToken), cancellationToken);
    }

    /// <inheritdoc cref="ImportAsync{T}(string, IAsyncEnumerable{T}, IReadOnlyList{Field}, ImportOptions, CancellationToken)"/>
    public virtual Task<ImportReport> ImportAsync<T>(
        string jobId, IEnumerable<T> records, IReadOnlyList<Field> columns, CancellationToken cancellationToken = default)
        where T : GainsightRecord => ImportAsync(jobId, records, columns, ImportOptions.Default, cancellationToken);

    /// <inheritdoc cref="ImportAsync{T}(string, IAsyncEnumerable{T}, IReadOnlyList{Field}, ImportOptions, CancellationToken)"/>
    public virtual Task<ImportReport> ImportAsync<T>(
        string jobId, IEnumerable<T> records, IReadOnlyList<Field> columns, ImportOptions options, CancellationToken cancellationToken = default)
        where T : GainsightRecord
    {
        ArgumentNullException.ThrowIfNull(records);
        return ImportAsync(jobId, records.OneByOne(), columns, options, cancellationToken);
    }

    /// <inheritdoc cref="ImportAsync{T}(string, IAsyncEnumerable{T}, IReadOnlyList{Field}, ImportOptions, CancellationToken)"/>
    public virtual Task<ImportReport> ImportAsync<T>(
        string jobId, IAsyncEnumerable<T> records, IReadOnlyList<Field> columns, CancellationToken cancellationToken = default)
        where T : GainsightRecord => ImportAsync(jobId, records, columns, ImportOptions.Default, cancellationToken);

    /// <summary>As <see cref="ImportAsync(string, Stream, ImportOptions, CancellationToken)"/>, for records, of which a CSV is made.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="jobId">The id of the job.</param>
    /// <param name="records">The records. Lookups are not part of a CSV: the job's configuration has to resolve them.</param>
    /// <param name="columns">The fields that become columns, under their API names. A field that a record lacks is an empty cell, as is null.</param>
    /// <param name="options">How to split and wait.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What became of the rows, part by part.</returns>
    /// <exception cref="ArgumentException"><paramref name="jobId"/> or <paramref name="columns"/> is empty.</exception>
    /// <exception cref="GainsightException">As for <see cref="ImportAsync(string, Stream, ImportOptions, CancellationToken)"/>.</exception>
    public virtual Task<ImportReport> ImportAsync<T>(
        string jobId, IAsyncEnumerable<T> records, IReadOnlyList<Field> columns, ImportOptions options, CancellationToken cancellationToken = default)
        where T : GainsightRecord
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(jobId);
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(options);
        if (columns.Count == 0 || columns.Any(column => column is null))
        {
            throw new ArgumentException("Name the fields that become columns, and no null among them.", nameof(columns));
        }

        return new ImportRun(Context, jobId, options)
            .RunAsync(ImportRows.OfRecords(records, columns, options.Separator, Context.Format, cancellationToken), cancellationToken);
    }
}
