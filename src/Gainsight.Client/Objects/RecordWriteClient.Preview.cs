namespace Gainsight.Client;

/// <content>Previews: what a write would do. Nothing is written.</content>
public abstract partial class RecordWriteClient<T>
{
    /// <summary>Previews what <see cref="UpsertAsync(IEnumerable{T}, IdentifierKeys, CancellationToken)"/> would insert, update and leave unchanged, field by field. Nothing is written.</summary>
    /// <remarks>
    /// <para>
    /// It costs one read per 500 rows, and one describe call for each client. Rows are checked as described at <see cref="WriteOptions.Preflight"/>
    /// and compared as described at <see cref="WriteOptions.SkipUnchanged"/>. A preview does not know what others change afterwards, or what only
    /// Gainsight can refuse.
    /// </para>
    /// <para>If the tenant refuses to read one of the fields, for example because it does not exist, no field is known to differ.</para>
    /// </remarks>
    /// <param name="records">The rows, as for the upsert.</param>
    /// <param name="keys">One to three identifier keys, such as <see cref="CompanyFields.Name"/>.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>One preview per row, in the order of the input.</returns>
    /// <exception cref="ArgumentException">Gainsight does not accept keys of this kind.</exception>
    /// <exception cref="GainsightException">The tenant could not be read. The exception's type says why.</exception>
    public virtual Task<WritePreview<T>> PreviewUpsertAsync(
        IEnumerable<T> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        PreviewAsync(RecordWriteKind.Upsert, records, Required(keys), cancellationToken);

    /// <summary>Like <see cref="PreviewUpsertAsync"/>, but streaming, with constant memory.</summary>
    /// <remarks>Rows are compared 500 at a time. If an earlier block has a row with the same key, the row is compared with the tenant as it is, not as that earlier row would leave it.</remarks>
    /// <param name="records">The rows, as for the upsert.</param>
    /// <param name="keys">One to three identifier keys, such as <see cref="CompanyFields.Name"/>.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>One preview per row, in the order of the input.</returns>
    /// <exception cref="ArgumentException">Gainsight does not accept keys of this kind.</exception>
    /// <exception cref="GainsightException">The tenant could not be read. The exception's type says why.</exception>
    public virtual IAsyncEnumerable<RowPreview<T>> PreviewUpsertStreamAsync(
        IAsyncEnumerable<T> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        PreviewStreamAsync(RecordWriteKind.Upsert, records, Required(keys), cancellationToken);

    /// <inheritdoc cref="PreviewUpsertStreamAsync(IAsyncEnumerable{T}, IdentifierKeys, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowPreview<T>> PreviewUpsertStreamAsync(
        IEnumerable<T> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        PreviewUpsertStreamAsync(Required(records).OneByOne(), keys, cancellationToken);

    /// <summary>Previews what <see cref="UpdateAsync(IEnumerable{T}, IdentifierKeys, CancellationToken)"/> would change, field by field. Nothing is written.</summary>
    /// <remarks>
    /// The remarks of <see cref="PreviewUpsertAsync"/> apply. A row that the tenant does not have would fail. If several rows of the tenant have
    /// the key, Gainsight may change them all, so the changes of each are listed.
    /// </remarks>
    /// <param name="records">The rows, as for the update.</param>
    /// <param name="keys">One to three identifier keys, or <see cref="IdentifierKeys.Gsid"/>.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>One preview per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">The tenant could not be read. The exception's type says why.</exception>
    public virtual Task<WritePreview<T>> PreviewUpdateAsync(
        IEnumerable<T> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        PreviewAsync(RecordWriteKind.Update, records, Required(keys), cancellationToken);

    /// <summary>Like <see cref="PreviewUpdateAsync"/>, but streaming, with constant memory.</summary>
    /// <remarks>Rows are compared 500 at a time. If an earlier block has a row with the same key, the row is compared with the tenant as it is, not as that earlier row would leave it.</remarks>
    /// <param name="records">The rows, as for the update.</param>
    /// <param name="keys">One to three identifier keys, or <see cref="IdentifierKeys.Gsid"/>.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>One preview per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">The tenant could not be read. The exception's type says why.</exception>
    public virtual IAsyncEnumerable<RowPreview<T>> PreviewUpdateStreamAsync(
        IAsyncEnumerable<T> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        PreviewStreamAsync(RecordWriteKind.Update, records, Required(keys), cancellationToken);

    /// <inheritdoc cref="PreviewUpdateStreamAsync(IAsyncEnumerable{T}, IdentifierKeys, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowPreview<T>> PreviewUpdateStreamAsync(
        IEnumerable<T> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        PreviewUpdateStreamAsync(Required(records).OneByOne(), keys, cancellationToken);

    /// <summary>Previews what <see cref="RecordInsertClient{T}.InsertAsync(IEnumerable{T}, CancellationToken)"/> would set in each row, and which rows would be refused. Nothing is written.</summary>
    /// <remarks>It costs one describe call for each client. Rows are checked as described at <see cref="WriteOptions.Preflight"/>.</remarks>
    /// <param name="records">The rows, as for the insert.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>One preview per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">The tenant could not be read. The exception's type says why.</exception>
    public virtual Task<WritePreview<T>> PreviewInsertAsync(IEnumerable<T> records, CancellationToken cancellationToken = default) =>
        PreviewAsync(RecordWriteKind.Insert, records, null, cancellationToken);

    /// <summary>Like <see cref="PreviewInsertAsync"/>, but streaming, with constant memory.</summary>
    /// <param name="records">The rows, as for the insert.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>One preview per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">The tenant could not be read. The exception's type says why.</exception>
    public virtual IAsyncEnumerable<RowPreview<T>> PreviewInsertStreamAsync(
        IAsyncEnumerable<T> records, CancellationToken cancellationToken = default) =>
        PreviewStreamAsync(RecordWriteKind.Insert, records, null, cancellationToken);

    /// <inheritdoc cref="PreviewInsertStreamAsync(IAsyncEnumerable{T}, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowPreview<T>> PreviewInsertStreamAsync(
        IEnumerable<T> records, CancellationToken cancellationToken = default) =>
        PreviewInsertStreamAsync(Required(records).OneByOne(), cancellationToken);

    private Task<WritePreview<T>> PreviewAsync(RecordWriteKind kind, IEnumerable<T> records, IdentifierKeys? keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        return PreviewEngine.PreviewAsync(Job(kind, keys, WriteOptions.Default, isPreview: true), records, cancellationToken);
    }

    private IAsyncEnumerable<RowPreview<T>> PreviewStreamAsync(
        RecordWriteKind kind, IAsyncEnumerable<T> records, IdentifierKeys? keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        return PreviewEngine.StreamAsync(Job(kind, keys, WriteOptions.Default, isPreview: true), records, cancellationToken);
    }
}
