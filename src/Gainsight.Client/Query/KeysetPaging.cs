namespace Gainsight.Client;

/// <summary>Each page holds the rows behind the last one seen: whatever changes meanwhile, no row that stays is lost.</summary>
/// <remarks>Joined by AND alone, because parentheses are undocumented.</remarks>
internal sealed class KeysetPaging<T>(QueryPlan plan, PagingKey key) : IPaging<T>
    where T : GainsightRecord
{
    private readonly QueryPlan _ordered = plan with { OrderBy = [new FieldOrder(key.Field, Descending: false)] };
    private IReadOnlyList<T> _lastPage = [];
    private string? _last;

    /// <summary>The rows taken so far.</summary>
    public int Accepted { get; private set; }

    public QueryPlan Next => _last is null ? _ordered : _ordered with { Where = After(_last) };

    public int Offset => 0;

    public IReadOnlyList<T>? Accept(FetchedPage<T> page)
    {
        var last = _last;
        foreach (var row in page.Rows)
        {
            var value = key.ValueOf(row);
            if (value is null || !key.IsBehind(value, last))
            {
                return null;
            }

            last = value;
        }

        _last = last;
        _lastPage = page.Rows;
        Accepted += page.Rows.Count;
        return page.Rows;
    }

    /// <summary>Goes on by offset behind the rows accepted so far.</summary>
    public OffsetPaging<T> ToOffset() => new(plan, key, Accepted, _lastPage);

    private Filter After(string last)
    {
        var after = key.After(last);
        return plan.Where is null ? after : plan.Where & after;
    }
}
