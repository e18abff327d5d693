namespace Gainsight.Client;

/// <content>Upserts in asynchronous batches.</content>
public partial class PersonClient
{
    /// <summary>As <see cref="UpsertAsync(IEnumerable{Person}, CancellationToken)"/>, 50 people a call: Gainsight works on a batch in the background, for up to 30 minutes, and this library asks how far it is.</summary>
    /// <remarks>
    /// <para>
    /// 10 batches an hour and 100 a day may be sent, 500 and 5,000 people; upserts one by one come to 6,000 an hour. So this is for large
    /// numbers that must not take up the 100 calls a minute that the tenant's integrations share. How far a batch is, is asked after 2
    /// seconds, then ever less often, every 5 minutes at last; after 35 minutes its rows are <see cref="RowStatus.Unknown"/>.
    /// Sending them again does no harm.
    /// </para>
    /// <para>
    /// A batch that is refused as a whole is not probed for the rows at fault, as <see cref="ChunkFailure.Isolate"/> would, since calls
    /// are too few: its rows fail together, but for those that the refusal names.
    /// </para>
    /// <para>
    /// That the call exists, and its limits, stand in Gainsight's People API documentation (read at second hand). The form of its body, the path of its status
    /// and the names in its answer are inferred or unknown: the answer is read leniently, the operations <c>People.UpsertBatch</c> and
    /// <c>People.BatchStatus</c> can be replaced by <see cref="GainsightClientOptions.RouteOverrides"/>, and where an
    /// answer leaves open which rows it means, they are <see cref="RowStatus.Unknown"/>.
    /// </para>
    /// </remarks>
    /// <param name="people">The people.</param>
    /// <param name="cancellationToken">Stops the waiting; the rows of batches under way are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host): no row is written.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled; the exception holds the report.</exception>
    public virtual Task<WriteReport<Person>> UpsertInBatchesAsync(IEnumerable<Person> people, CancellationToken cancellationToken = default) =>
        UpsertInBatchesAsync(people, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpsertInBatchesAsync(IEnumerable{Person}, CancellationToken)"/>
    /// <param name="people">The people.</param>
    /// <param name="options">How the work is carried out.</param>
    /// <param name="cancellationToken">Stops the waiting; the rows of batches under way are then unknown.</param>
    public virtual Task<WriteReport<Person>> UpsertInBatchesAsync(
        IEnumerable<Person> people, WriteOptions options, CancellationToken cancellationToken = default) =>
        WriteEngine.WriteAsync(Context, new PersonBatchJob(Context, Required(options)), people, options, cancellationToken);
}
