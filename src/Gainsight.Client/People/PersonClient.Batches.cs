namespace Gainsight.Client;

/// <content>Upserts in asynchronous batches.</content>
public partial class PersonClient
{
    /// <summary>As <see cref="UpsertAsync(IEnumerable{Person}, CancellationToken)"/>, with 50 people per call. Gainsight works on a batch in the background for up to 30 minutes, and this library polls its state.</summary>
    /// <remarks>
    /// <para>
    /// Gainsight accepts 10 batches (500 people) an hour and 100 batches (5,000 people) a day. Single upserts can reach 6,000 people an hour. Use
    /// batches for large numbers that must not use up the 100 calls a minute that the tenant's integrations share. The state of a batch is polled
    /// after 2 seconds, then less and less often, and finally every 5 minutes. After 35 minutes its rows are <see cref="RowStatus.Unknown"/>.
    /// It is safe to send them again.
    /// </para>
    /// <para>
    /// <see cref="RefusedCall.Isolate"/> has no effect here, because too few calls are allowed. If Gainsight refuses a batch as a whole, all its
    /// rows fail: the rows that the refusal names with their own errors, the others with the refusal.
    /// </para>
    /// <para>
    /// The call and its limits are from Gainsight's People API documentation (known only through third parties). The form of its body, the path of its
    /// status and the names in its answer are inferred or unknown. The answer is therefore read leniently, and
    /// <see cref="GainsightClientOptions.RouteOverrides"/> can replace the operations <c>People.UpsertBatch</c> and
    /// <c>People.BatchStatus</c>. Rows are <see cref="RowStatus.Unknown"/> where an answer leaves open which rows it means.
    /// </para>
    /// </remarks>
    /// <param name="people">The people.</param>
    /// <param name="cancellationToken">Stops the work. The rows of batches in progress are then unknown.</param>
    /// <returns>One outcome per row, in the order of the input.</returns>
    /// <exception cref="GainsightException">Nothing could be sent (a refused credential, an unreachable host). No row was written.</exception>
    /// <exception cref="WriteCanceledException">The work was cancelled. The exception holds the report.</exception>
    public virtual Task<WriteReport<Person>> UpsertInBatchesAsync(IEnumerable<Person> people, CancellationToken cancellationToken = default) =>
        UpsertInBatchesAsync(people, WriteOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpsertInBatchesAsync(IEnumerable{Person}, CancellationToken)"/>
    /// <param name="people">The people.</param>
    /// <param name="options">The options of the write.</param>
    /// <param name="cancellationToken">Stops the work. The rows of batches in progress are then unknown.</param>
    public virtual Task<WriteReport<Person>> UpsertInBatchesAsync(
        IEnumerable<Person> people, WriteOptions options, CancellationToken cancellationToken = default) =>
        WriteEngine.WriteAsync(Context, new PersonBatchJob(Context, Required(options)), people, options, cancellationToken);
}
