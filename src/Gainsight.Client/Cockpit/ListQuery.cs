using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>A query with the list call of CTAs, tasks, success plans or goals. It is immutable: each method returns a new query, and a query can be read many times.</summary>
/// <remarks>
/// <para>
/// It has what <see cref="RecordQuery{T}"/> does not have: literals such as today, linked records, deleted records. It compares points in time
/// by their day only, and Gainsight promises no order of the rows. To read many rows, prefer <see cref="RecordQueryClient{T}.Query"/>.
/// </para>
/// <para>
/// No row is lost or returned twice. What fits on one page costs one call, or two until the tenant is known to fill its pages. More rows are read in windows of days of <c>ModifiedDate</c>
/// (a filter with <c>|</c> cannot be split). A day that does not fit on one page is read until the rows seen are as many as its pages hold. If
/// that cannot be shown for a day, reading throws a <see cref="GainsightProtocolException"/>; there is never a silent gap. During the read, the
/// GSIDs of all rows returned are kept in memory.
/// </para>
/// </remarks>
/// <typeparam name="T">The record type.</typeparam>
public sealed partial class ListQuery<T>
    where T : GainsightRecord, new()
{
    /// <summary>The operators of the list calls (copies of the Success Plan API documentation).</summary>
    private static readonly string[] Operators =
        ["EQ", "NE", "GT", "GTE", "LT", "LTE", "BTW", "IS_NULL", "IS_NOT_NULL", "STARTS_WITH", "CONTAINS", "INCLUDES", "EXCLUDES"];

    private readonly ClientContext _context;
    private readonly QueryPlan _plan;
    private readonly ListReader<T>.Call _call;

    internal ListQuery(ClientContext context, QueryPlan plan, ListReader<T>.Call call)
    {
        _context = context;
        _plan = plan;
        _call = call;
    }

    /// <summary>Adds fields to read. Without any, the list reads the fields that are confirmed for the type. Gainsight adds some fields of its own.</summary>
    /// <param name="fields">Field tokens, names, or dot paths such as <c>CtaFields.OwnerId.Then(UserFields.Email)</c>.</param>
    /// <returns>The query with these fields.</returns>
    public ListQuery<T> Select(params Field[] fields) => Select((IEnumerable<Field>)fields);

    /// <summary>Adds fields to read. Without any, the list reads the fields that are confirmed for the type. Gainsight adds some fields of its own.</summary>
    /// <param name="fields">Field tokens, names, or dot paths such as <c>CtaFields.OwnerId.Then(UserFields.Email)</c>.</param>
    /// <returns>The query with these fields.</returns>
    public ListQuery<T> Select(IEnumerable<Field> fields) => new(_context, _plan.AddFields(fields), _call);

    /// <summary>Keeps the rows that meet the filter and all filters added before.</summary>
    /// <param name="filter">The filter. <see cref="ListFilters"/> has the conditions that only lists know.</param>
    /// <returns>The query with this filter.</returns>
    /// <exception cref="ArgumentException">The list calls do not have an operator of the filter.</exception>
    public ListQuery<T> Where(Filter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        filter.Visit(condition =>
        {
            if (!condition.Operator.IsRaw && !Operators.Contains(condition.Operator.Name, StringComparer.Ordinal))
            {
                throw new ArgumentException(
                    $"The list calls do not accept {condition.Operator}, used on {condition.Field}. Join comparisons with |, or use Query().", nameof(filter));
            }
        });
        return new(_context, _plan.And(filter), _call);
    }

    /// <summary>Stops after a number of rows. Of several numbers, the smallest counts.</summary>
    /// <param name="count">At least 1.</param>
    /// <returns>The query with this limit.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public ListQuery<T> Take(int count) => new(_context, _plan.AtMost(count), _call);

    /// <summary>Sets the page size. Default: 1,000 rows, the most that Gainsight returns.</summary>
    /// <param name="pageSize">1 to 1,000.</param>
    /// <returns>The query with this page size.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pageSize"/> is outside the range.</exception>
    public ListQuery<T> PageSize(int pageSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pageSize, ListReader<T>.MaxPageSize);
        return new(_context, _plan, _call with { PageSize = pageSize });
    }

    /// <summary>Also reads the records that each row is linked to (CTA API documentation): see <see cref="Cta.AssociatedRecords"/>.</summary>
    /// <returns>The query with linked records.</returns>
    public ListQuery<T> WithLinkedRecords() => new(_context, _plan, _call with { WithLinkedRecords = true });

    /// <summary>Reads only deleted rows, which Gainsight keeps for 15 days, with the list call itself (deleted data API documentation).</summary>
    /// <returns>The query of deleted rows.</returns>
    public ListQuery<T> DeletedOnly() => new(_context, _plan, _call with { DeletedOnly = true });

    /// <summary>Reads the rows one by one.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The rows, in no order. Empty when nothing matches.</returns>
    /// <exception cref="ArgumentException">A point in time in the filter is not the start of a day.</exception>
    /// <exception cref="GainsightException">A page could not be read, or it cannot be shown that no row is missing. The exception type says why.</exception>
    public async IAsyncEnumerable<T> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var left = _plan.Take ?? int.MaxValue;

        // Windows need the days and the ids of the rows.
        var plan = _plan.Reading(SystemFields.Gsid).Reading(SystemFields.ModifiedDate);
        var call = _call with { PageSize = Math.Min(_call.PageSize, left) };
        await foreach (var row in new ListReader<T>(_context, plan, call).ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
            if (--left == 0)
            {
                yield break;
            }
        }
    }

    /// <summary>Reads all rows into a list. If the rows may not fit in memory, use <see cref="ReadAsync(CancellationToken)"/>.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The rows, in no order.</returns>
    /// <exception cref="GainsightException">A page could not be read, or it cannot be shown that no row is missing. The exception type says why.</exception>
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
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>A row, or null when nothing matches.</returns>
    /// <exception cref="GainsightException">The row could not be read. The exception type says why.</exception>
    public async Task<T?> FirstOrDefaultAsync(CancellationToken cancellationToken = default)
    {
        await foreach (var row in Take(1).ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            return row;
        }

        return null;
    }
}
