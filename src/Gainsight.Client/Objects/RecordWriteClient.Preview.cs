namespace Gainsight.Client;

/// <content>Previews: what a write would do, without writing.</content>
public abstract partial class RecordWriteClient<T>
{
    /// <summary>Says what <see cref="UpsertAsync(IEnumerable{T}, IdentifierKeys, CancellationToken)"/> would insert, update and leave as it is, field by field. Nothing is written.</summary>
    /// <remarks>
    /// <para>
    /// It costs one read per 500 rows, and one description of the object for each client. Rows are checked as <see cref="WriteOptions.Preflight"/>
    /// says, and compared as <see cref="WriteOptions.SkipUnchanged"/> says. What others change afterwards, and what only Gainsight can refuse, a
    /// preview cannot know.
    /// </para>
    /// <para>If the tenant refuses to read one of the fields, such as one it does not have, no field is known to differ.</para>
    /// </remarks>
    /// <param name="records">The rows, as they would be given to the upsert.</param>
    /// <param name="keys">One to three identifier keys, such as <see cref="CompanyFields.Name"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>One preview per row, in the order of the input.</returns>
    /// <exception cref="ArgumentException">The keys are not of a kind that Gainsight takes.</exception>
    /// <exception cref="GainsightException">The tenant could not be read; its type says why.</exception>
    public virtual Task<WritePreview<T>> PreviewUpsertAsync(
        IEnumerable<T> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        PreviewAsync(RecordWriteKind.Upsert, records, Required(keys), cancellationToken);

    /// <summary>As <see cref="PreviewUpsertAsync"/>, for rows that come one by one; memory does not grow with their number.</summary>
    /// <remarks>Rows are compared 500 at a time. One whose key stood further back is compared with the tenant as it is, not as the earlier row would leave it.</remarks>
    /// <param name="records">The rows, as they would be given to the upsert.</param>
    /// <param name="keys">One to three identifier keys, such as <see cref="CompanyFields.Name"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>One preview per row, in the order of the input.</returns>
    /// <exception cref="ArgumentException">The keys are not of a kind that Gainsight takes.</exception>
    /// <exception cref="GainsightException">The tenant could not be read; its type says why.</exception>
    public virtual IAsyncEnumerable<RowPreview<T>> PreviewUpsertStreamAsync(
        IAsyncEnumerable<T> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        PreviewStreamAsync(RecordWriteKind.Upsert, records, Required(keys), cancellationToken);

    /// <inheritdoc cref="PreviewUpsertStreamAsync(IAsyncEnumerable{T}, IdentifierKeys, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowPreview<T>> PreviewUpsertStreamAsync(
        IEnumerable<T> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        PreviewUpsertStreamAsync(Required(records).OneByOne(), keys, cancellationToken);

    /// <summary>Says what <see cref="UpdateAsync(IEnumerable{T}, IdentifierKeys, CancellationToken)"/> would change, field by field. Nothing is written.</summary>
    /// <remarks>
    /// As for <see cref="PreviewUpsertAsync"/>. A row that the tenant does not have would fail. Where several rows of the tenant carry the
    /// key, which Gainsight may change all, the changes of each are listed.
    /// </remarks>
    /// <param name="records">The rows, as they would be given to the update.</param>
    /// <param name="keys">One to three identifier keys, or <see cref="IdentifierKeys.Gsid"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>One preview per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">The tenant could not be read; its type says why.</exception>
    public virtual Task<WritePreview<T>> PreviewUpdateAsync(
        IEnumerable<T> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        PreviewAsync(RecordWriteKind.Update, records, Required(keys), cancellationToken);

    /// <summary>As <see cref="PreviewUpdateAsync"/>, for rows that come one by one; memory does not grow with their number.</summary>
    /// <remarks>Rows are compared 500 at a time. One whose key stood further back is compared with the tenant as it is, not as the earlier row would leave it.</remarks>
    /// <param name="records">The rows, as they would be given to the update.</param>
    /// <param name="keys">One to three identifier keys, or <see cref="IdentifierKeys.Gsid"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>One preview per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">The tenant could not be read; its type says why.</exception>
    public virtual IAsyncEnumerable<RowPreview<T>> PreviewUpdateStreamAsync(
        IAsyncEnumerable<T> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        PreviewStreamAsync(RecordWriteKind.Update, records, Required(keys), cancellationToken);

    /// <inheritdoc cref="PreviewUpdateStreamAsync(IAsyncEnumerable{T}, IdentifierKeys, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowPreview<T>> PreviewUpdateStreamAsync(
        IEnumerable<T> records, IdentifierKeys keys, CancellationToken cancellationToken = default) =>
        PreviewUpdateStreamAsync(Required(records).OneByOne(), keys, cancellationToken);

    /// <summary>Says what <see cref="RecordInsertClient{T}.InsertAsync(IEnumerable{T}, CancellationToken)"/> would set in each row, and which rows it would refuse. Nothing is written.</summary>
    /// <remarks>It costs one description of the object for each client: rows are checked as <see cref="WriteOptions.Preflight"/> says.</remarks>
    /// <param name="records">The rows, as they would be given to the insert.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>One preview per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">The tenant could not be read; its type says why.</exception>
    public virtual Task<WritePreview<T>> PreviewInsertAsync(IEnumerable<T> records, CancellationToken cancellationToken = default) =>
        PreviewAsync(RecordWriteKind.Insert, records, null, cancellationToken);

    /// <summary>As <see cref="PreviewInsertAsync"/>, for rows that come one by one; memory does not grow with their number.</summary>
    /// <param name="records">The rows, as they would be given to the insert.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>One preview per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">The tenant could not be read; its type says why.</exception>
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
