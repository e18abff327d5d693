using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>A query of an object's rows. It is immutable: every method gives a new query, and a query can be read many times.</summary>
/// <remarks>
/// <para>
/// Pages follow each other by keyset (<c>Gsid</c> greater than the last one seen), so that no row is lost or given twice when
/// others change rows meanwhile. A tenant that ignores or refuses that is noticed, logged, and read by offset instead.
/// </para>
/// <para>
/// A filter with <c>|</c>, and an order of the caller's own, are read by offset: a row that moves between pages while the query is read
/// can be missed.
/// </para>
/// <para>One page is fetched ahead while the caller works on the one before; no more is held.</para>
/// </remarks>
/// <typeparam name="T">The record type.</typeparam>
public sealed class RecordQuery<T>
    where T : GainsightRecord, new()
{
    private readonly ClientContext _context;
    private readonly QueryPlan _plan;

    internal RecordQuery(ClientContext context, QueryPlan plan)
    {
        _context = context;
        _plan = plan;
    }

    /// <summary>What the query asks for, for readers of another kind.</summary>
    internal QueryPlan Plan => _plan;

    /// <summary>Whether the query was made by a client.</summary>
    internal bool BelongsTo(ClientContext context) => ReferenceEquals(_context, context);

    /// <summary>Names the fields to read, besides those named before. Without any, the fields that are confirmed for the type are read, or all that describe lists for an object by name.</summary>
    /// <param name="fields">Field tokens, names or dot paths such as <c>CompanyFields.Csm.Then(UserFields.Email)</c>.</param>
    /// <returns>The query with these fields.</returns>
    public RecordQuery<T> Select(params IEnumerable<Field> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        Field[] more = [.. fields];
        return Array.Exists(more, field => field is null)
            ? throw new ArgumentException("A field is null.", nameof(fields))
            : new(_context, _plan with { Select = [.. _plan.Select.Concat(more).DistinctBy(field => field.Name, StringComparer.OrdinalIgnoreCase)] });
    }

    /// <summary>Keeps the rows that meet the filter, besides those named before.</summary>
    /// <param name="filter">The filter.</param>
    /// <returns>The query with this filter.</returns>
    public RecordQuery<T> Where(Filter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new(_context, _plan with { Where = _plan.Where is null ? filter : _plan.Where & filter });
    }

    /// <summary>Orders the rows by a field, from the lowest on, after the orders named before. The query is then read by offset.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The query with this order.</returns>
    public RecordQuery<T> OrderBy(Field field) => Order(field, descending: false);

    /// <summary>Orders the rows by a field, from the highest on, after the orders named before. The query is then read by offset.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The query with this order.</returns>
    public RecordQuery<T> OrderByDescending(Field field) => Order(field, descending: true);

    /// <summary>Has the rows know the labels of their picklist items, for <see cref="GainsightRecord.GetLabel"/> and <see cref="GainsightRecord.GetLabels"/>, and checks the picklist items of the filter.</summary>
    /// <remarks>
    /// <para>
    /// The object is described once per client, and so is the target of each lookup that a dot path to a text or picklist goes through;
    /// reading costs no further call. Values of rows stay as they are: <c>Stage</c> is the item's GSID still.
    /// </para>
    /// <para>
    /// In the filter, items of picklists may be named by GSID, or by label in any case: they are sent as the label that the tenant lists.
    /// Reading throws <see cref="ArgumentException"/> before the query is sent when a value is no item, or is the label of several.
    /// </para>
    /// </remarks>
    /// <returns>The query with labels.</returns>
    public RecordQuery<T> WithLabels() => new(_context, _plan with { WithLabels = true });

    /// <summary>Stops after a number of rows; of several numbers, the least counts.</summary>
    /// <param name="count">At least 1.</param>
    /// <returns>The query with this end.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public RecordQuery<T> Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new(_context, _plan with { Take = Math.Min(count, _plan.Take ?? count) });
    }

    /// <summary>Reads the rows one after the other.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The rows; none when nothing matches.</returns>
    /// <exception cref="GainsightException">A page could not be read; its type says why.</exception>
    public IAsyncEnumerable<T> ReadAsync(CancellationToken cancellationToken = default) => ReadAsync(ReadOptions.Default, cancellationToken);

    /// <summary>Reads the rows one after the other.</summary>
    /// <param name="options">How the rows are fetched.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The rows; none when nothing matches.</returns>
    /// <exception cref="GainsightException">A page could not be read; its type says why.</exception>
    public async IAsyncEnumerable<T> ReadAsync(ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var page in ReadPagesAsync(options, cancellationToken).ConfigureAwait(false))
        {
            foreach (var row in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return row;
            }
        }
    }

    /// <summary>Reads the rows page by page.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The pages, none of them empty.</returns>
    /// <exception cref="GainsightException">A page could not be read; its type says why.</exception>
    public IAsyncEnumerable<IReadOnlyList<T>> ReadPagesAsync(CancellationToken cancellationToken = default) =>
        ReadPagesAsync(ReadOptions.Default, cancellationToken);

    /// <summary>Reads the rows page by page.</summary>
    /// <param name="options">How the rows are fetched.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The pages, none of them empty.</returns>
    /// <exception cref="GainsightException">A page could not be read; its type says why.</exception>
    public IAsyncEnumerable<IReadOnlyList<T>> ReadPagesAsync(ReadOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new PageReader<T>(_context, _plan, options).ReadAsync(cancellationToken);
    }

    /// <summary>Reads all rows into a list. For more rows than memory should hold, use <see cref="ReadAsync(CancellationToken)"/>.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="GainsightException">A page could not be read; its type says why.</exception>
    public async Task<IReadOnlyList<T>> ToListAsync(CancellationToken cancellationToken = default)
    {
        var rows = new List<T>();
        await foreach (var page in ReadPagesAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.AddRange(page);
        }

        return rows;
    }

    /// <summary>Reads the first row.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The row, or null when nothing matches.</returns>
    /// <exception cref="GainsightException">The row could not be read; its type says why.</exception>
    public async Task<T?> FirstOrDefaultAsync(CancellationToken cancellationToken = default)
    {
        await foreach (var row in Take(1).ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            return row;
        }

        return null;
    }

    private RecordQuery<T> Order(Field field, bool descending)
    {
        ArgumentNullException.ThrowIfNull(field);

        // Rows that are equal in a field cannot be put in order by it once more, and the wire has no place to ask for it.
        return _plan.OrderBy.Any(order => order.Field.IsNamed(field.Name))
            ? this
            : new(_context, _plan with { OrderBy = [.. _plan.OrderBy, new FieldOrder(field, descending)] });
    }
}
