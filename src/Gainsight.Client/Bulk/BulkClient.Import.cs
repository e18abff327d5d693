namespace Gainsight.Client;

/// <content>Bulk import.</content>
public partial class BulkClient
{
    /// <inheritdoc cref="ImportAsync(string, Stream, ImportOptions, CancellationToken)"/>
    public virtual Task<ImportReport> ImportAsync(string jobId, Stream csv, CancellationToken cancellationToken = default) =>
        ImportAsync(jobId, csv, ImportOptions.Default, cancellationToken);

    /// <summary>Imports a CSV file with a job that is configured in Gainsight, and waits until Gainsight has counted the rows.</summary>
    /// <remarks>
    /// <para>
    /// The job (Administration, Connectors, Gainsight Bulk API) determines the object, the operation and the keys. No API can configure a job. It writes
    /// companies, relationships, relationship types and custom objects, but not users or people (official). A file larger than
    /// <see cref="ImportOptions.PartBytes"/> is split between rows, and each part has the header. Parts are sent one after the other. Each costs one of 10
    /// asynchronous calls per hour. Before a part is sent, its rows are checked to have the same number of values. While a part is sent, it is stored in the
    /// temporary folder, readable only by the current user.
    /// </para>
    /// <para>
    /// Gainsight returns how many rows were written and how many failed. Which rows failed is only in its e-mail and user interface. A part whose answer is
    /// lost is not sent again. Route and form come from a script that ran against a tenant. The names in answers are inferred, unconfirmed.
    /// </para>
    /// </remarks>
    /// <param name="jobId">The id of the job.</param>
    /// <param name="csv">The file in UTF-8. The first row names the columns that the job maps. The stream is read once from its current position, and not closed.</param>
    /// <param name="options">How to split and wait.</param>
    /// <param name="cancellationToken">Cancels the import. Gainsight continues with the parts that were sent. <see cref="ImportOptions.Progress"/> has received the parts before.</param>
    /// <returns>The result of each part.</returns>
    /// <exception cref="ArgumentException"><paramref name="jobId"/> is empty.</exception>
    /// <exception cref="GainsightValidationException">There is no row, the rows of the first part are not a table, or Gainsight has no such job. Nothing was sent or accepted.</exception>
    /// <exception cref="GainsightException">The first part was not accepted. The exception type says why.</exception>
    /// <exception cref="IOException">The file could not be read before the first part was sent. Later, the report contains this exception, like any other exception of the rows.</exception>
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

    /// <summary>Imports records as a CSV file, like <see cref="ImportAsync(string, Stream, ImportOptions, CancellationToken)"/>.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="jobId">The id of the job.</param>
    /// <param name="records">The records. A CSV file has no lookups: the job's configuration must resolve them.</param>
    /// <param name="columns">The fields that become columns, with their API names. A missing field and null are empty cells.</param>
    /// <param name="options">How to split and wait.</param>
    /// <param name="cancellationToken">Cancels the import.</param>
    /// <returns>The result of each part.</returns>
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
            throw new ArgumentException("Name at least one field as a column. No field can be null.", nameof(columns));
        }

        return new ImportRun(Context, jobId, options)
            .RunAsync(ImportRows.OfRecords(records, columns, options.Separator, Context, cancellationToken), cancellationToken);
    }
}
