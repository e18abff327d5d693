namespace Gainsight.Client;

/// <summary>Pages by key: each page holds the rows after the last key seen. No row that stays in the object is lost, whatever changes during the read.</summary>
/// <remarks>The condition on the key is joined with AND, because parentheses are undocumented.</remarks>
internal sealed class KeysetPaging<T>(QueryPlan plan, PagingKey key) : IPaging<T>
    where T : GainsightRecord, new()
{
    private readonly QueryPlan _ordered = plan with { OrderBy = [(key.Field, false)] };
    private IReadOnlyList<T> _lastPage = [];
    private string? _last;
    private bool _isSorted;

    /// <summary>The number of rows accepted so far.</summary>
    public int Accepted { get; private set; }

    /// <summary>The query without a condition on the key, the key, and the last one seen, when only few rows on each page show that the tenant sorts by it. Otherwise null.</summary>
    public (QueryPlan Set, PagingKey Key, string Last)? Unsorted => _last is not null && !_isSorted ? (plan, key, _last) : null;

    public QueryPlan Next => _last is null ? _ordered : _ordered.And(key.After(_last));

    public int Offset => 0;

    public IReadOnlyList<T>? Accept(PageFetcher<T>.Page page)
    {
        var last = _last;
        foreach (var row in page.Rows)
        {
            var value = key.ValueOf(row);
            if (value is null || !key.IsAfter(value, last))
            {
                return null;
            }

            last = value;
        }

        _last = last;
        _lastPage = page.Rows;
        Accepted += page.Rows.Count;
        _isSorted |= page.Rows.Count >= OrderCheck.EnoughRows;
        return page.Rows;
    }

    /// <summary>Continues by offset after the rows accepted so far.</summary>
    public OffsetPaging<T> ToOffset() => new(plan, key, Accepted, _lastPage);
}
