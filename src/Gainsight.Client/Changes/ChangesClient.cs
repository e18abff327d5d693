using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>Reads what was inserted, changed and deleted in an object since a checkpoint.</summary>
/// <remarks>
/// <para>
/// Each row's current version is delivered at least once, no matter how many rows share a second and what changes during the read. A row can come
/// twice. Deletions come first, in the order of their time, then rows in the order of their last change. So the deletion of a row that was then
/// created again precedes the new row. Intermediate versions of a row are not delivered. Of a row that was created and deleted between two reads, only the deletion is delivered.
/// </para>
/// <para>
/// A read stops <see cref="SettleTime"/> before Gainsight's present time, because rows with a later date may still be committed. If another system
/// sets a row's date of change to null or to a time in the past after the first read, the row is not delivered. Gainsight does not report
/// that a row no longer meets a filter: filter by fields that do not change, or on your side.
/// </para>
/// </remarks>
public class ChangesClient
{
    /// <summary>A feed adds two conditions on the date and one condition on the key.</summary>
    private const int ConditionsNeeded = 3;

    private readonly ClientContext? _context;
    private readonly FilterZoneCheck? _zoneCheck;

    internal ChangesClient(ClientContext context)
    {
        _context = context;
        _zoneCheck = new FilterZoneCheck(context);
    }

    /// <summary>For mocks: override the members that the code under test calls.</summary>
    protected ChangesClient()
    {
    }

    /// <summary>How long before the present time of Gainsight's clock a read stops: 30 seconds. The clock is taken from Gainsight's answers.</summary>
    public static TimeSpan SettleTime { get; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How much earlier a read stops when no answer tells Gainsight's clock, as behind a proxy that removes the <c>Date</c> header: 15 minutes. The
    /// local clock is then used, and may be ahead of Gainsight's by this much.
    /// </summary>
    public static TimeSpan ClockMargin { get; } = TimeSpan.FromMinutes(15);

    private ClientContext Context => _context ?? throw ClientContext.Missing();

    private FilterZoneCheck ZoneCheck => _zoneCheck ?? throw ClientContext.Missing();

    /// <summary>Reads what changed and what was deleted in an object since a checkpoint, up to <see cref="SettleTime"/> ago.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <param name="query">The object, the fields to read, and optionally a filter without <c>|</c>. Deletions are delivered regardless of the filter.</param>
    /// <param name="since">Where to continue: the checkpoint of the last change that was processed, <see cref="ChangeCheckpoint.Beginning"/>, or <see cref="ChangeCheckpoint.Since"/> a time.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The changes, each with the checkpoint after it. The last has the kind <see cref="ChangeKind.CaughtUp"/>.</returns>
    /// <remarks>Without changes a read costs three calls: the rows and both logs of deleted records. The first read in each hour of the clock costs two or three more, to check the tenant's time zone; so does a read that goes on into the next hour.</remarks>
    /// <exception cref="ArgumentException">
    /// The changes of the query cannot be read, or the checkpoint belongs to another object or tenant. Thrown before any call. Or a first read finds no
    /// row, and the filter names a picklist item that does not exist.
    /// </exception>
    /// <exception cref="ChangeCheckpointExpiredException">The checkpoint is older than the 15 days for which Gainsight keeps deletions.</exception>
    /// <exception cref="FilterTimeZoneException">The tenant does not interpret the times in filters as UTC.</exception>
    /// <exception cref="GainsightException">A page could not be read. The exception type says why. The changes before it are valid: continue from the last checkpoint.</exception>
    /// <example>
    /// <code>
    /// await foreach (Change&lt;Company&gt; change in gainsight.Changes.ReadAsync(gainsight.Companies.Query(), checkpoint, cancellationToken))
    /// </code>
    /// </example>
    public virtual IAsyncEnumerable<Change<T>> ReadAsync<T>(RecordQuery<T> query, ChangeCheckpoint since, CancellationToken cancellationToken = default)
        where T : GainsightRecord, new() => ReadAsync(query, since, ChangeOptions.Default, cancellationToken);

    /// <inheritdoc cref="ReadAsync{T}(RecordQuery{T}, ChangeCheckpoint, CancellationToken)"/>
    /// <param name="query">The object, the fields to read, and optionally a filter without <c>|</c>. Deletions are delivered regardless of the filter.</param>
    /// <param name="since">Where to continue.</param>
    /// <param name="options">How the rows are read.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public virtual IAsyncEnumerable<Change<T>> ReadAsync<T>(
        RecordQuery<T> query, ChangeCheckpoint since, ReadOptions options, CancellationToken cancellationToken = default)
        where T : GainsightRecord, new()
    {
        ArgumentNullException.ThrowIfNull(options);
        return ReadAsync(query, since, new ChangeOptions { Reading = options }, cancellationToken);
    }

    /// <inheritdoc cref="ReadAsync{T}(RecordQuery{T}, ChangeCheckpoint, CancellationToken)"/>
    /// <param name="query">The object, the fields to read, and optionally a filter without <c>|</c>. Deletions are delivered regardless of the filter.</param>
    /// <param name="since">Where to continue.</param>
    /// <param name="options">The key and the date of an object whose fields have other names, and how the rows are read.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public virtual IAsyncEnumerable<Change<T>> ReadAsync<T>(
        RecordQuery<T> query, ChangeCheckpoint since, ChangeOptions options, CancellationToken cancellationToken = default)
        where T : GainsightRecord, new()
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(since);
        ArgumentNullException.ThrowIfNull(options);
        if (!query.BelongsTo(Context))
        {
            throw new ArgumentException("The query belongs to another client. Create it with the client whose changes are read.", nameof(query));
        }

        if (ProblemOf(query.Plan) is { } problem)
        {
            throw new ArgumentException(problem, nameof(query));
        }

        if (options.Key is { } key)
        {
            FeedFields.KeyOf(key);
        }

        // The tenant's clock is not known yet, and the local one may be off.
        if (since.IsAfter(Context.Transport.TimeProvider.GetUtcNow().Plus(TimeSpan.FromDays(1)).ToUnixTimeSeconds()))
        {
            throw ChangeCheckpoint.InFuture(since);
        }

        return since.Problem(Context.Transport.Host, query.Plan.Definition.Name, ChangeCheckpoint.FilterOf(query.Plan, options)) is { } mismatch
            ? throw new ArgumentException(mismatch, nameof(since))
            : options.Reading.Limit(
                token => new ChangeFeed<T>(Context, ZoneCheck, query.Plan, since, options).ReadAsync(token),
                query.Plan.Definition.Name,
                Context.Transport.TimeProvider,
                cancellationToken);
    }

    /// <summary>Reads which rows were deleted since a time, from the log of deleted records and, if the tenant has it, from the log of high-volume objects.</summary>
    /// <param name="since">A time of Gainsight's clock, to the second. Deletions are kept for 15 days (official).</param>
    /// <param name="objectName">The object's API name, in any case. Default: all objects.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The deletions in the order of time. Those of high-volume objects come last.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="since"/> is earlier than the 15 days for which Gainsight keeps deletions. Thrown before any call.</exception>
    /// <exception cref="FilterTimeZoneException">The tenant does not interpret the times in filters as UTC.</exception>
    /// <exception cref="GainsightException">A page could not be read. The exception type says why.</exception>
    public virtual IAsyncEnumerable<DeletedRecord> ReadDeletedAsync(
        DateTimeOffset since, string? objectName = null, CancellationToken cancellationToken = default)
    {
        // The tenant's clock is not known yet. An hour more than the log holds can be a difference between the clocks.
        var kept = Context.Transport.TimeProvider.GetUtcNow().Plus(-DeleteLog.Kept);
        return since < kept.Plus(TimeSpan.FromHours(-1))
            ? throw new ArgumentOutOfRangeException(
                nameof(since), since, $"Gainsight keeps deletions for {DeleteLog.Kept.Days} days, so those from then until {kept:u} can no longer be read. Give a later time.")
            : ReadLogsAsync(since, objectName, cancellationToken);
    }

    private async IAsyncEnumerable<DeletedRecord> ReadLogsAsync(
        DateTimeOffset since, string? objectName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var started = Context.Transport.TimeProvider.GetUtcNow();
        await ZoneCheck.CheckAsync(own: null, cancellationToken).ConfigureAwait(false);
        var begunAt = Context.Transport.ServerTime(started);
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

        await ZoneCheck.CheckAgainAsync(begunAt, own: null, cancellationToken).ConfigureAwait(false);
    }

    private static string? ProblemOf(QueryPlan plan) => plan switch
    {
        { OrderBy.Count: > 0 } => "A change feed has its own order. Remove OrderBy from the query.",
        { Skip: > 0 } => "A change feed returns every row. Remove Skip from the query.",
        { Take: not null } => "A change feed has no fixed end. Remove Take from the query, and stop reading when you have enough changes.",
        { Where.HasOr: true } => "A change feed adds conditions to the filter, and they cannot be joined to a filter with |. Read several feeds, or filter the rows on your side.",
        { Where.Count: > FilterJunction.MaxConditions - ConditionsNeeded } =>
            $"A change feed adds {ConditionsNeeded} conditions to the filter, which holds at most {FilterJunction.MaxConditions}. Remove some, and filter the rows on your side.",
        { Definition.PagingKey: null } => $"The rows of {plan.Definition.Name} have no key that tells them apart, so its changes cannot be read.",
        _ => null,
    };
}
