using System.Data.Common;

namespace Gainsight.Client;

/// <content>Rows for ADO.NET.</content>
public sealed partial class RecordQuery<T>
{
    /// <summary>Reads the rows as a <see cref="DbDataReader"/>, which bulk copies such as <c>SqlBulkCopy</c> and <c>DataTable.Load</c> take.</summary>
    /// <remarks>
    /// <para>
    /// The columns are the fields of <see cref="Select(Field[])"/> in that order, or else the fields that the query reads. The tenant's description decides
    /// their types: numbers are <see cref="decimal"/>, dates are <see cref="DateTime"/> without a kind, date-times are <see cref="DateTime"/> in UTC, booleans are
    /// <see cref="bool"/>. All others are text: a multi-select has <c>;</c> between its items, and JSON is its source. Picklists are the GSIDs of their items, or
    /// their labels with <see cref="WithLabels"/>. A field without a value is <see cref="DBNull"/>.
    /// </para>
    /// <para>
    /// Rows are read while the reader moves, with constant memory. Objects are described once per client. The first page is read before this method returns.
    /// <see cref="DbDataReader.GetFieldValue{T}"/> also returns <see cref="DateOnly"/>, <see cref="DateTimeOffset"/> and the integer types.
    /// <see cref="DbDataReader.Read"/> blocks a thread while a page is on its way, so prefer <see cref="DbDataReader.ReadAsync()"/>.
    /// Dispose the reader: until then it holds the next page.
    /// </para>
    /// </remarks>
    /// <param name="cancellationToken">Cancels the read, also after this method has returned.</param>
    /// <returns>The reader, before the first row.</returns>
    /// <exception cref="GainsightException">The first page could not be read. The exception type says why. Later pages throw from <see cref="DbDataReader.ReadAsync()"/>.</exception>
    public Task<DbDataReader> ToDataReaderAsync(CancellationToken cancellationToken = default) =>
        ToDataReaderAsync(this, rows: null, cancellationToken);

    /// <summary>Reads rows of this query that come from elsewhere, such as <see cref="BulkClient.ExportAsync{T}(RecordQuery{T}, CancellationToken)"/> or <see cref="BulkRead{T}.Rows"/>, as a <see cref="DbDataReader"/>.</summary>
    /// <inheritdoc cref="ToDataReaderAsync(CancellationToken)" path="/remarks"/>
    /// <param name="rows">The rows. The reader enumerates them once.</param>
    /// <param name="cancellationToken">Cancels the read, also after this method has returned.</param>
    /// <returns>The reader, before the first row.</returns>
    /// <exception cref="GainsightException">The first row could not be read. The exception type says why. Later rows throw from <see cref="DbDataReader.ReadAsync()"/>.</exception>
    public Task<DbDataReader> ToDataReaderAsync(IAsyncEnumerable<T> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return ToDataReaderAsync(this, rows, cancellationToken);
    }

    private static async Task<DbDataReader> ToDataReaderAsync(RecordQuery<T> query, IAsyncEnumerable<T>? rows, CancellationToken cancellationToken)
    {
        var metadata = query._context.Metadata;
        var plan = await QueryMetadata.CompleteAsync(query.Plan, metadata, cancellationToken).ConfigureAwait(false);
        var columns = new RecordColumn[plan.Fields.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = await RecordColumn.CreateAsync(plan, plan.Fields[i], metadata, cancellationToken).ConfigureAwait(false);
        }

        return await RecordDataReader<T>.OpenAsync(
            rows ?? new RecordQuery<T>(query._context, plan).ReadAsync(cancellationToken), columns, cancellationToken).ConfigureAwait(false);
    }
}
