using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>A query of an object's rows. It is immutable: each method returns a new query, and a query can be read many times.</summary>
/// <remarks>
/// <para>
/// Pages follow each other by keyset (<c>Gsid</c> greater than the last one seen), so no row is lost or returned twice when others change
/// rows during the read. When a tenant ignores or refuses the keyset, the reader logs it and continues by offset.
/// </para>
/// <para>
/// A filter with <c>|</c> and an order of the caller's own are read by offset: a row that moves between pages during the read can be missed.
/// </para>
/// <para>
/// A read ends with an empty page. A page with fewer rows than requested ends it too, when a full page of the same size and fields was followed by
/// more rows before: this tenant then fills its pages. Otherwise one more call is made, because a tenant can return fewer rows than requested. On a
/// tenant that fills some pages and cuts others, by their bytes for example, a query can so end too early: choose a <see cref="ReadOptions.PageSize"/>
/// that always fits. <see cref="GainsightClient.Changes">Feeds</see> do not trust a short page.
/// </para>
/// <para>The reader fetches one page ahead of the caller and holds no more.</para>
/// </remarks>
/// <typeparam name="T">The record type.</typeparam>
public sealed partial class RecordQuery<T>
    where T : GainsightRecord, new()
{
    private readonly ClientContext _context;

    internal RecordQuery(ClientContext context, QueryPlan plan)
    {
        _context = context;
        Plan = plan;
    }

    /// <summary>What the query asks for.</summary>
    internal QueryPlan Plan { get; }

    /// <summary>The client that created the query.</summary>
    internal ClientContext Context => _context;

    /// <summary>Whether the client with this context created the query.</summary>
    internal bool BelongsTo(ClientContext context) => ReferenceEquals(_context, context);

    /// <summary>Adds fields to read. Without any, the query reads the fields that are confirmed for the type or, for an object by name, all fields that its description lists.</summary>
    /// <param name="fields">Field tokens, names, or dot paths such as <c>CompanyFields.Csm.Then(UserFields.Email)</c>.</param>
    /// <returns>The query with these fields.</returns>
    public RecordQuery<T> Select(params Field[] fields) => Select((IEnumerable<Field>)fields);

    /// <summary>Adds fields to read. Without any, the query reads the fields that are confirmed for the type or, for an object by name, all fields that its description lists.</summary>
    /// <param name="fields">Field tokens, names, or dot paths such as <c>CompanyFields.Csm.Then(UserFields.Email)</c>.</param>
    /// <returns>The query with these fields.</returns>
    public RecordQuery<T> Select(IEnumerable<Field> fields) => new(_context, Plan.AddFields(fields));

    /// <summary>Keeps the rows that meet the filter and all filters added before.</summary>
    /// <param name="filter">The filter.</param>
    /// <returns>The query with this filter.</returns>
    public RecordQuery<T> Where(Filter filter) => new(_context, Plan.And(filter));

    /// <summary>Orders the rows by a field, lowest first, after the orders added before. The query is then read by offset.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The query with this order.</returns>
    public RecordQuery<T> OrderBy(Field field) => Order(field, descending: false);

    /// <summary>Orders the rows by a field, highest first, after the orders added before. The query is then read by offset.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The query with this order.</returns>
    public RecordQuery<T> OrderByDescending(Field field) => Order(field, descending: true);

    /// <summary>Gives rows the labels of their picklist items, for <see cref="GainsightRecord.GetLabel"/> and <see cref="GainsightRecord.GetLabels"/>, and checks the picklist items in the filter.</summary>
    /// <remarks>
    /// <para>
    /// The object is described once per client. The same applies to the target of each lookup that a dot path to a text or picklist goes through.
    /// Reading costs no further call. The values of rows stay the same: <c>Stage</c> is still the item's GSID.
    /// </para>
    /// <para>
    /// A filter can name picklist items by GSID, or by label in any case. They are sent as the label that the tenant lists.
    /// Reading throws <see cref="ArgumentException"/> before the query is sent when a value is not an item, or is the label of several items.
    /// </para>
    /// </remarks>
    /// <returns>The query with labels.</returns>
    public RecordQuery<T> WithLabels() => new(_context, Plan with { WithLabels = true });

    /// <summary>Stops after a number of rows, even if the tenant returns more. Of several numbers, the smallest counts.</summary>
    /// <param name="count">At least 1.</param>
    /// <returns>The query with this limit.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public RecordQuery<T> Take(int count) => new(_context, Plan.AtMost(count));

    /// <summary>Leaves out the first rows. Several numbers add up. <see cref="Take"/> counts the rows after them, in whatever order the two are called.</summary>
    /// <remarks>
    /// The query is read by offset, so a row that moves while others change rows can be missed. To continue a long read, filter by the last key
    /// instead. Once per object, one more call checks that the tenant does not ignore the offset.
    /// </remarks>
    /// <param name="count">0 or more.</param>
    /// <returns>The query without these rows.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public RecordQuery<T> Skip(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new(_context, Plan with { Skip = checked(Plan.Skip + count) });
    }

    /// <summary>Reads the rows one by one.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The rows. Empty when nothing matches.</returns>
    /// <exception cref="GainsightException">A page could not be read. The exception type says why.</exception>
    public IAsyncEnumerable<T> ReadAsync(CancellationToken cancellationToken = default) => ReadAsync(ReadOptions.Default, cancellationToken);

    /// <summary>Reads the rows one by one.</summary>
    /// <param name="options">How the rows are read.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The rows. Empty when nothing matches.</returns>
    /// <exception cref="GainsightException">A page could not be read. The exception type says why.</exception>
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
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The pages. None is empty.</returns>
    /// <exception cref="GainsightException">A page could not be read. The exception type says why.</exception>
    public IAsyncEnumerable<IReadOnlyList<T>> ReadPagesAsync(CancellationToken cancellationToken = default) =>
        ReadPagesAsync(ReadOptions.Default, cancellationToken);

    /// <summary>Reads the rows page by page.</summary>
    /// <param name="options">How the rows are read.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The pages. None is empty.</returns>
    /// <exception cref="GainsightException">A page could not be read. The exception type says why.</exception>
    public IAsyncEnumerable<IReadOnlyList<T>> ReadPagesAsync(ReadOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Limit(
            token => new PageReader<T>(_context, Plan, options).ReadAsync(token), Plan.Definition.Name, _context.Transport.TimeProvider, cancellationToken);
    }

    /// <summary>Reads all rows into a list. If the rows may not fit in memory, use <see cref="ReadAsync(CancellationToken)"/>.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="GainsightException">A page could not be read. The exception type says why.</exception>
    public Task<IReadOnlyList<T>> ToListAsync(CancellationToken cancellationToken = default) => ToListAsync(ReadOptions.Default, cancellationToken);

    /// <inheritdoc cref="ToListAsync(CancellationToken)"/>
    /// <param name="options">How the rows are read.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<IReadOnlyList<T>> ToListAsync(ReadOptions options, CancellationToken cancellationToken = default)
    {
        var rows = new List<T>();
        await foreach (var page in ReadPagesAsync(options, cancellationToken).ConfigureAwait(false))
        {
            rows.AddRange(page);
        }

        return rows;
    }

    /// <summary>Reads the first row.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The row, or null when nothing matches.</returns>
    /// <exception cref="GainsightException">The row could not be read. The exception type says why.</exception>
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

        // A second order by the same field has no effect, and the wire format cannot express it.
        return Plan.OrderBy.Any(order => order.Field.IsNamed(field.Name))
            ? this
            : new(_context, Plan with { OrderBy = [.. Plan.OrderBy, (field, descending)] });
    }
}
