namespace Gainsight.Client;

/// <content>Previews: what an upsert would do, without writing.</content>
public partial class PersonClient
{
    /// <summary>Says what <see cref="UpsertAsync(IEnumerable{Person}, CancellationToken)"/> would create, change and leave as it is, field by field, links to companies included. Nothing is written.</summary>
    /// <remarks>
    /// <para>
    /// It costs a read for each kind of lookup, one of the people and one of their links to companies, each for 500 of them, and one description for
    /// each object and client. Rows are checked as <see cref="WriteOptions.Preflight"/> says. What others change afterwards, and what only Gainsight
    /// can refuse, a preview cannot know.
    /// </para>
    /// <para>
    /// The changes of a link name it in <see cref="FieldChange.Link"/>. Links to relationships are not read, because the names of their fields are
    /// inferred, unconfirmed, and neither are the links of an address that several people have: their changes are not known to differ.
    /// </para>
    /// </remarks>
    /// <param name="people">The people, as they would be given to the upsert.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>One preview per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">The tenant could not be read; its type says why.</exception>
    public virtual Task<WritePreview<Person>> PreviewUpsertAsync(IEnumerable<Person> people, CancellationToken cancellationToken = default) =>
        PreviewEngine.PreviewAsync(PreviewJob(), Required(people), cancellationToken);

    /// <summary>As <see cref="PreviewUpsertAsync"/>, for people that come one by one; memory does not grow with their number.</summary>
    /// <remarks>Rows are compared 50 at a time. One whose address stood further back is compared with the tenant as it is, not as the earlier row would leave it.</remarks>
    /// <param name="people">The people, as they would be given to the upsert.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>One preview per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">The tenant could not be read; its type says why.</exception>
    public virtual IAsyncEnumerable<RowPreview<Person>> PreviewUpsertStreamAsync(
        IAsyncEnumerable<Person> people, CancellationToken cancellationToken = default) =>
        PreviewEngine.StreamAsync(PreviewJob(), Required(people), cancellationToken);

    /// <inheritdoc cref="PreviewUpsertStreamAsync(IAsyncEnumerable{Person}, CancellationToken)"/>
    public virtual IAsyncEnumerable<RowPreview<Person>> PreviewUpsertStreamAsync(
        IEnumerable<Person> people, CancellationToken cancellationToken = default) =>
        PreviewUpsertStreamAsync(Required(people).OneByOne(), cancellationToken);

    private PersonUpsertJob PreviewJob() => new(Context, WriteOptions.Default, isPreview: true);
}
