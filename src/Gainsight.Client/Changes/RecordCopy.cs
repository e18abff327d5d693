using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>A copy of an object's rows in a file, together with the checkpoint of its feed. Each change comes with the row as it was before.</summary>
/// <remarks>
/// <para>
/// <see cref="UpdateAsync(ChangesClient, RecordQuery{T}, CancellationToken)"/> reads what changed and changes the rows in memory. <see cref="SaveAsync"/> then
/// replaces the file as a whole. If the process ends before that, the next update returns the same changes again, with the same former rows. So handle
/// the changes first, by calls that may be repeated, and save then.
/// </para>
/// <para>
/// If the copy was not updated for the 15 days for which Gainsight keeps deletions, the update reads all rows again. It returns those that changed. Then
/// it asks for the rows that did not come by their keys, 500 per call, and returns those that are gone, or that the filter no longer finds.
/// </para>
/// <para>
/// All rows are in memory: for more than some 100,000 rows, use a database and <see cref="ChangesClient"/>. A file has one query: if its filter, key or date
/// changes, the update throws. One process can have it open, and one caller at a time can use it. Rows are for reading: they hold labels instead of
/// the GSIDs of picklist items if the query is <see cref="RecordQuery{T}.WithLabels">with labels</see>.
/// </para>
/// </remarks>
/// <typeparam name="T">The record type, or <see cref="ObjectRecord"/> for an object known by name.</typeparam>
/// <example>
/// <code>
/// using var copy = new RecordCopy&lt;Company&gt;("companies.jsonl");
/// await foreach (CopyChange&lt;Company&gt; change in copy.UpdateAsync(gainsight.Changes, query, cancellationToken))
/// {
///     Console.WriteLine($"{change.Kind} {change.Key}: {change.Before?.Arr} -> {change.After?.Arr}");
/// }
///
/// await copy.SaveAsync(cancellationToken);
/// </code>
/// </example>
public sealed partial class RecordCopy<T> : IDisposable
    where T : GainsightRecord, new()
{
    private readonly Dictionary<string, T> _rows = new(StringComparer.Ordinal);

    /// <summary>When the rows were last changed. Not all rows have such a time.</summary>
    private readonly Dictionary<string, DateTimeOffset> _times = new(StringComparer.Ordinal);

    /// <summary>The rows that a new read of everything has not returned yet. Those that it does not return are gone.</summary>
    private readonly HashSet<string> _unseen = new(StringComparer.Ordinal);

    /// <summary>The rows, by their GSID or by the value of <see cref="ChangeOptions.Key"/>.</summary>
    public IReadOnlyDictionary<string, T> Rows => _rows;

    /// <summary>How far the changes have been read. Null before the first update.</summary>
    public ChangeCheckpoint? Checkpoint { get; private set; }

    /// <summary>Where the first update begins. Default: <see cref="ChangeCheckpoint.Beginning"/>, all rows. <see cref="ChangeCheckpoint.BeginningAt"/> reads recent rows only.</summary>
    public ChangeCheckpoint Begin { get; init; } = ChangeCheckpoint.Beginning;

    /// <summary>Reads what changed since the last update. To read a limited number of changes, leave the loop: the next update continues there.</summary>
    /// <param name="changes">The feeds of the client that made the query.</param>
    /// <param name="query">The object, the fields to read, and optionally a filter without <c>|</c>.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The changes. Each changes the rows before it is returned. A row that comes unchanged is left out.</returns>
    /// <exception cref="ArgumentException">The changes of the query cannot be read, the file belongs to another object, filter or tenant, or a first update finds no row and the filter names a picklist item that does not exist.</exception>
    /// <exception cref="FilterTimeZoneException">The tenant does not interpret the times in filters as UTC.</exception>
    /// <exception cref="GainsightException">A page could not be read. The exception type says why. The changes before it are valid.</exception>
    public IAsyncEnumerable<CopyChange<T>> UpdateAsync(ChangesClient changes, RecordQuery<T> query, CancellationToken cancellationToken = default) =>
        UpdateAsync(changes, query, ChangeOptions.Default, cancellationToken);

    /// <inheritdoc cref="UpdateAsync(ChangesClient, RecordQuery{T}, CancellationToken)"/>
    /// <param name="changes">The feeds of the client that made the query.</param>
    /// <param name="query">The object, the fields to read, and optionally a filter without <c>|</c>.</param>
    /// <param name="options">The key and the date of an object whose fields have other names, and how the rows are read.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public IAsyncEnumerable<CopyChange<T>> UpdateAsync(
        ChangesClient changes, RecordQuery<T> query, ChangeOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(options);
        return ApplyAsync(changes, query, options, cancellationToken);
    }

    private async IAsyncEnumerable<CopyChange<T>> ApplyAsync(
        ChangesClient changes, RecordQuery<T> query, ChangeOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var feed = changes.ReadAsync(query, Checkpoint ?? Begin, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            while (true)
            {
                try
                {
                    if (!await feed.MoveNextAsync().ConfigureAwait(false))
                    {
                        yield break;
                    }
                }
                catch (ChangeCheckpointExpiredException) when (Checkpoint is not null)
                {
                    await feed.DisposeAsync().ConfigureAwait(false);
                    StartAgain();
                    feed = changes.ReadAsync(query, Begin, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
                    continue;
                }

                if (feed.Current.Kind == ChangeKind.CaughtUp && _unseen.Count > 0)
                {
                    await KeepExistingAsync(query, options, cancellationToken).ConfigureAwait(false);
                }

                foreach (var change in Apply(feed.Current))
                {
                    yield return change;
                }
            }
        }
        finally
        {
            await feed.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>A row that is older than the beginning does not come again, so its absence says nothing.</summary>
    private void StartAgain()
    {
        Checkpoint = null;
        _unseen.UnionWith(_rows.Keys.Where(key => Begin.Rows.Second is not { } begin || TimeOf(key)?.ToUnixTimeSeconds() >= begin));
    }

    /// <summary>A row that was changed after the end of the feed, or while it was read, did not come, but it exists. It comes with the next update.</summary>
    private async Task KeepExistingAsync(RecordQuery<T> query, ChangeOptions options, CancellationToken cancellationToken)
    {
        var fields = await FeedFields.FindAsync(query.Context, query.Plan.Definition, options, cancellationToken).ConfigureAwait(false);
        var plan = query.Plan with { Select = [fields.Key.Field] };
        var rows = await fields.Key.ReadManyAsync<T>(query.Context, plan, _unseen, cancellationToken).ConfigureAwait(false);
        _unseen.ExceptWith(rows.Select(fields.Key.ValueOf).OfType<string>());
    }

    private IEnumerable<CopyChange<T>> Apply(Change<T> change)
    {
        if (change is { Kind: not ChangeKind.CaughtUp, Gsid: null })
        {
            throw new GainsightProtocolException(
                $"A row of {new T().Definition?.Name ?? "the object"} has no key, so it cannot be kept. Name another field with {nameof(ChangeOptions)}.{nameof(ChangeOptions.Key)}, or leave such rows out with Where.");
        }

        // A caller that leaves the loop has handled the change, so its checkpoint counts before it is returned.
        Checkpoint = change.Checkpoint;
        if (change.Gsid is not { } key)
        {
            return RemoveUnseen();
        }

        _unseen.Remove(key);
        if (change.Record is not { } row)
        {
            return Remove(key) is { } removed ? [removed] : [];
        }

        (var former, var formerAt) = (_rows.GetValueOrDefault(key), TimeOf(key));
        if (former is not null && formerAt is not null && formerAt == change.At)
        {
            return [];
        }

        row.TakeLabels();
        Set(key, row, change.At);
        var kind = former is null ? ChangeKind.Created : ChangeKind.Updated;
        return [new CopyChange<T> { Kind = kind, Key = key, Before = former, BeforeAt = formerAt, After = row }];
    }

    private IEnumerable<CopyChange<T>> RemoveUnseen()
    {
        foreach (var key in _unseen.ToArray())
        {
            _unseen.Remove(key);
            if (Remove(key) is { } removed)
            {
                yield return removed;
            }
        }
    }

    private CopyChange<T>? Remove(string key)
    {
        var at = TimeOf(key);
        _times.Remove(key);
        return _rows.Remove(key, out var former) ? new CopyChange<T> { Kind = ChangeKind.Deleted, Key = key, Before = former, BeforeAt = at } : null;
    }

    private DateTimeOffset? TimeOf(string key) => _times.TryGetValue(key, out var at) ? at : null;

    private void Set(string key, T row, DateTimeOffset? at)
    {
        _rows[key] = row;
        if (at is { } time)
        {
            _times[key] = time;
        }
        else
        {
            _times.Remove(key);
        }
    }
}
