namespace Gainsight.Client;

/// <content>Previews of upserts. Nothing is written.</content>
public partial class PersonClient
{
    /// <summary>Returns what <see cref="UpsertAsync(IEnumerable{Person}, CancellationToken)"/> would create, change and leave unchanged, field by field, including links to companies. Nothing is written.</summary>
    /// <remarks>
    /// <para>
    /// For every 500 people it costs one read for each kind of lookup, one of the people and one of their links to companies. It also costs one
    /// describe call for each object, once per client. Rows are checked as described at <see cref="WriteOptions.Preflight"/>. A preview cannot know what
    /// others change later, or what only Gainsight can refuse.
    /// </para>
    /// <para>
    /// <see cref="FieldChange.Link"/> is the link to which a change belongs. Links to relationships are not read, because the names of their fields are
    /// inferred, unconfirmed. The links of an address that several people have are not read either. For these links it is unknown whether a change differs from the tenant.
    /// </para>
    /// </remarks>
    /// <param name="people">The people, as you would give them to the upsert.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>One preview per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">The tenant could not be read. The type of the exception says why.</exception>
    public virtual Task<WritePreview<Person>> PreviewUpsertAsync(IEnumerable<Person> people, CancellationToken cancellationToken = default) =>
        PreviewEngine.PreviewAsync(PreviewJob(), Required(people), cancellationToken);

    /// <summary>As <see cref="PreviewUpsertAsync"/>, streaming, with constant memory.</summary>
    /// <remarks>Rows are compared 50 at a time. A row whose address was in an earlier block is compared with the current state of the tenant, not with the result of the earlier row.</remarks>
    /// <param name="people">The people, as you would give them to the upsert.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>One preview per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">The tenant could not be read. The type of the exception says why.</exception>
    public virtual IAsyncEnumerable<RowPreview<Person>> PreviewUpsertStreamAsync(
        IAsyncEnumerable<Person> people, CancellationToken cancellationToken = default) =>
        PreviewEngine.StreamAsync(PreviewJob(), Required(people), cancellationToken);

    /// <inheritdoc cref="PreviewUpsertStreamAsync(IAsyncEnumerable{Person}, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowPreview<Person>> PreviewUpsertStreamAsync(
        IEnumerable<Person> people, CancellationToken cancellationToken = default) =>
        PreviewUpsertStreamAsync(Required(people).OneByOne(), cancellationToken);

    private PersonUpsertJob PreviewJob() => new(Context, WriteOptions.Default, isPreview: true);
}
