using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>A query through the list call of CTAs, tasks, success plans or goals. It is immutable: every method gives a new query, and a query can be read many times.</summary>
/// <remarks>
/// <para>
/// It knows what <see cref="RecordQuery{T}"/> does not: literals such as today, linked records, deleted records. It compares points in time
/// by their day only, and Gainsight promises no order of its rows. Prefer <see cref="RecordQueryClient{T}.Query"/> for reading many rows.
/// </para>
/// <para>
/// No row is lost or given twice all the same. What fits on one page costs one call. More is read in windows of days of
/// <c>ModifiedDate</c> (a filter with <c>|</c> cannot be cut so), and a day that does not fit on a page is read until the rows seen are
/// as many as its pages hold. A day of which that cannot be shown is a <see cref="GainsightProtocolException"/>, never a silent gap. The GSIDs of
/// all rows given are held in memory meanwhile.
/// </para>
/// </remarks>
/// <typeparam name="T">The record type.</typeparam>
public sealed class ListQuery<T>
    where T : GainsightRecord, new()
{
    private readonly ClientContext _context;
    private readonly ListPlan _plan;

    internal ListQuery(ClientContext context, ListPlan plan)
    {
        _context = context;
        _plan = plan;
    }

    /// <summary>Names the fields to read, besides those named before. Without any, those that are confirmed for the type are read. Gainsight adds some of its own.</summary>
    /// <param name="fields">Field tokens, names or dot paths such as <c>CtaFields.OwnerId.Then(UserFields.Email)</c>.</param>
    /// <returns>The query with these fields.</returns>
    public ListQuery<T> Select(params IEnumerable<Field> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        Field[] more = [.. fields];
        return Array.Exists(more, field => field is null)
            ? throw new ArgumentException("A field is null.", nameof(fields))
            : new(_context, _plan with { Select = [.. _plan.Select.Concat(more).DistinctBy(field => field.Name, StringComparer.OrdinalIgnoreCase)] });
    }

    /// <summary>Keeps the rows that meet the filter, besides those named before.</summary>
    /// <param name="filter">The filter; <see cref="ListFilters"/> has what only lists know.</param>
    /// <returns>The query with this filter.</returns>
    /// <exception cref="ArgumentException">An operator is not among those of the list calls.</exception>
    public ListQuery<T> Where(Filter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ListPlan.Check(filter);
        return new(_context, _plan with { Where = _plan.Where is null ? filter : _plan.Where & filter });
    }

    /// <summary>Stops after a number of rows; of several numbers, the least counts.</summary>
    /// <param name="count">At least 1.</param>
    /// <returns>The query with this end.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public ListQuery<T> Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new(_context, _plan with { Take = Math.Min(count, _plan.Take ?? count) });
    }

    /// <summary>Asks for pages of another size; 1,000 rows unless set, the most that Gainsight gives.</summary>
    /// <param name="pageSize">1 to 1,000.</param>
    /// <returns>The query with this page size.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pageSize"/> is outside the range.</exception>
    public ListQuery<T> PageSize(int pageSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pageSize, ListLimits.MaxPageSize);
        return new(_context, _plan with { PageSize = pageSize });
    }

    /// <summary>Reads the records that each row is linked to as well (CTA API documentation): see <see cref="Cta.AssociatedRecords"/>.</summary>
    /// <returns>The query with linked records.</returns>
    public ListQuery<T> WithLinkedRecords() => new(_context, _plan with { WithLinkedRecords = true });

    /// <summary>Reads deleted rows only, as they are kept for 15 days, through the list call itself (deleted data API documentation).</summary>
    /// <returns>The query of deleted rows.</returns>
    public ListQuery<T> DeletedOnly() => new(_context, _plan with { DeletedOnly = true });

    /// <summary>Reads the rows one after the other.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The rows, in no order; none when nothing matches.</returns>
    /// <exception cref="ArgumentException">A point in time in the filter is not the start of a day.</exception>
    /// <exception cref="GainsightException">A page could not be read, or it cannot be shown that no row is missing; its type says why.</exception>
    public async IAsyncEnumerable<T> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var left = _plan.Take ?? int.MaxValue;
        var plan = _plan with
        {
            // The days and the ids that windows go by.
            Select = [.. (_plan.Select.Count > 0 ? _plan.Select : _plan.Definition.DefaultSelect)
                .Append(SystemFields.Gsid).Append(SystemFields.ModifiedDate).DistinctBy(field => field.Name, StringComparer.OrdinalIgnoreCase)],
            PageSize = Math.Min(_plan.PageSize, left),
        };
        await foreach (var row in new ListReader<T>(_context, plan).ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
            if (--left == 0)
            {
                yield break;
            }
        }
    }

    /// <summary>Reads all rows into a list. For more rows than memory should hold, use <see cref="ReadAsync(CancellationToken)"/>.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The rows, in no order.</returns>
    /// <exception cref="GainsightException">A page could not be read, or it cannot be shown that no row is missing; its type says why.</exception>
    public async Task<IReadOnlyList<T>> ToListAsync(CancellationToken cancellationToken = default)
    {
        var rows = new List<T>();
        await foreach (var row in ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Reads one row.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>A row, or null when nothing matches.</returns>
    /// <exception cref="GainsightException">The row could not be read; its type says why.</exception>
    public async Task<T?> FirstOrDefaultAsync(CancellationToken cancellationToken = default)
    {
        await foreach (var row in Take(1).ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            return row;
        }

        return null;
    }
}
