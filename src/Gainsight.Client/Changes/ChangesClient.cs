using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>Follows what changes: reads what was inserted, changed and deleted in an object since a checkpoint.</summary>
/// <remarks>
/// <para>
/// Every row that is as it was when it was last changed comes at least once, however many share a second and whatever changes during the
/// read; it may come twice. Rows come in the order of their last change, then deletions in the order of theirs. A row comes as it is
/// now: states in between, and rows that came and went between two reads, are not seen, the latter but for their deletion.
/// </para>
/// <para>
/// A read stops <see cref="SettleTime"/> before Gainsight's present: what is younger may still be joined by rows that are committed late.
/// Rows that another system gives no date of change, or one in the past, after the first read are not seen. Gainsight does not tell
/// when a row ceases to meet a filter: filter by what does not change, or on your side.
/// </para>
/// </remarks>
public class ChangesClient
{
    /// <summary>A feed adds two conditions on the date and one on the key.</summary>
    private const int ConditionsNeeded = 3;

    private readonly ClientContext? _context;
    private readonly FilterZoneCheck? _clock;

    internal ChangesClient(ClientContext context)
    {
        _context = context;
        _clock = new FilterZoneCheck(context);
    }

    /// <summary>For mocks: override what the code under test calls.</summary>
    protected ChangesClient()
    {
    }

    /// <summary>How far behind Gainsight's clock, as its answers show it, a read stops: 30 seconds.</summary>
    public static TimeSpan SettleTime { get; } = TimeSpan.FromSeconds(30);

    private ClientContext Context => _context ?? throw ClientContext.Missing();

    private FilterZoneCheck Clock => _clock ?? throw ClientContext.Missing();

    /// <summary>Reads what changed and what was deleted in an object since a checkpoint, up to <see cref="SettleTime"/> ago.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="query">What to follow: the object, the fields to read, and a filter without <c>|</c>, if any. Deletions come whatever the filter says.</param>
    /// <param name="since">Where to go on: the checkpoint of the last change dealt with, <see cref="ChangeCheckpoint.Beginning"/>, or <see cref="ChangeCheckpoint.Since"/> a time.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The changes, each with the checkpoint behind it; the last is of the kind <see cref="ChangeKind.CaughtUp"/>.</returns>
    /// <remarks>Without changes it costs three calls: the rows and both logs of deleted records; two or three more once an hour, to make sure of the tenant's time zone.</remarks>
    /// <exception cref="ArgumentException">The query cannot be followed, or the checkpoint is of another object or tenant. Thrown before any call.</exception>
    /// <exception cref="ChangeCheckpointExpiredException">The checkpoint is older than the 15 days for which Gainsight keeps deletions.</exception>
    /// <exception cref="FilterTimeZoneException">The tenant does not read the times in filters as UTC.</exception>
    /// <exception cref="GainsightException">A page could not be read; its type says why. What came before is valid: go on from the last checkpoint.</exception>
    /// <example>
    /// <code>
    /// await foreach (Change&lt;Company&gt; change in gainsight.Changes.ReadAsync(gainsight.Companies.Query(), checkpoint, cancellationToken))
    /// </code>
    /// </example>
    public virtual IAsyncEnumerable<Change<T>> ReadAsync<T>(RecordQuery<T> query, ChangeCheckpoint since, CancellationToken cancellationToken = default)
        where T : GainsightRecord, new() => ReadAsync(query, since, ReadOptions.Default, cancellationToken);

    /// <inheritdoc cref="ReadAsync{T}(RecordQuery{T}, ChangeCheckpoint, CancellationToken)"/>
    /// <param name="query">What to follow: the object, the fields to read, and a filter without <c>|</c>, if any. Deletions come whatever the filter says.</param>
    /// <param name="since">Where to go on.</param>
    /// <param name="options">How the rows are fetched.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public virtual IAsyncEnumerable<Change<T>> ReadAsync<T>(
        RecordQuery<T> query, ChangeCheckpoint since, ReadOptions options, CancellationToken cancellationToken = default)
        where T : GainsightRecord, new()
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(since);
        ArgumentNullException.ThrowIfNull(options);
        if (!query.BelongsTo(Context))
        {
            throw new ArgumentException("The query is of another client. Make it from the one whose changes are read.", nameof(query));
        }

        if (ProblemOf(query.Plan) is { } problem)
        {
            throw new ArgumentException(problem, nameof(query));
        }

        return since.Problem(Context.Transport.Host, query.Plan.Definition.Name) is { } mismatch
            ? throw new ArgumentException(mismatch, nameof(since))
            : new ChangeFeed<T>(Context, Clock, query.Plan, since, options).ReadAsync(cancellationToken);
    }

    /// <summary>Reads which rows were deleted since a time, from the log of deleted records and from that of high-volume objects, if the tenant has it.</summary>
    /// <param name="since">A time of Gainsight's clock, to the second. Deletions are kept for 15 days (official); older ones do not come.</param>
    /// <param name="objectName">The object's API name, in any case; all objects when left out.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The deletions, in the order of time, those of high-volume objects last.</returns>
    /// <exception cref="FilterTimeZoneException">The tenant does not read the times in filters as UTC.</exception>
    /// <exception cref="GainsightException">A page could not be read; its type says why.</exception>
    public virtual async IAsyncEnumerable<DeletedRecord> ReadDeletedAsync(
        DateTimeOffset since, string? objectName = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Clock.CheckAsync([DeleteLog.Standard.Definition, DeleteLog.HighVolume.Definition], cancellationToken).ConfigureAwait(false);
        foreach (var log in (DeleteLog[])[DeleteLog.Standard, DeleteLog.HighVolume])
        {
            await foreach (var row in log
                .ReadAsync(Context, ModifiedDatePosition.Of(since), until: null, ReadOptions.Default, cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (objectName is null || string.Equals(objectName, row.Row.ObjectName, StringComparison.OrdinalIgnoreCase))
                {
                    yield return row.Row;
                }
            }
        }
    }

    private static string? ProblemOf(QueryPlan plan) => plan switch
    {
        { OrderBy.Count: > 0 } => "A change feed has an order of its own. Leave OrderBy out of the query.",
        { Take: not null } => "A change feed has no fixed end. Leave Take out of the query, and stop reading when there is enough.",
        { Where.HasOr: true } => "A change feed adds conditions to the filter, which cannot be joined to one with |. Follow several queries, or filter the rows that come.",
        { Where.Count: > FilterJunction.MaxConditions - ConditionsNeeded } =>
            $"A change feed adds {ConditionsNeeded} conditions to the filter, of which there can be {FilterJunction.MaxConditions}. Leave some out, and filter the rows that come.",
        { Definition.PagingKey: null } => $"The rows of {plan.Definition.Name} have no key to tell them apart by, so its changes cannot be followed.",
        _ => null,
    };
}
