namespace Gainsight.Client;

/// <summary>Pages by offset. Rows that slide onto the next page while others are inserted are given once.</summary>
internal sealed class OffsetPaging<T> : IPaging<T>
    where T : GainsightRecord
{
    private readonly Field<string>? _key;

    // Two pages of keys are enough to recognise rows that slid by up to a page, and do not grow with the rows read.
    private HashSet<string> _previous = new(StringComparer.Ordinal);
    private HashSet<string> _current = new(StringComparer.Ordinal);

    public OffsetPaging(QueryPlan plan, int offset = 0)
    {
        _key = plan.Definition.PagingKey is { } key && plan.Select.Any(field => field.Name.Equals(key.Name, StringComparison.OrdinalIgnoreCase))
            ? key
            : null;

        // Rows that are equal in the caller's order need a fixed order of their own, or pages could overlap.
        Next = _key is null || plan.OrderBy.Any(order => order.Field.Name.Equals(_key.Name, StringComparison.OrdinalIgnoreCase))
            ? plan
            : plan with { OrderBy = [.. plan.OrderBy, new FieldOrder(_key, Descending: false)] };
        Offset = offset;
    }

    public QueryPlan Next { get; }

    public int Offset { get; private set; }

    public IReadOnlyList<T> Accept(FetchedPage<T> page)
    {
        Offset += page.Rows.Count;
        if (_key is null)
        {
            return page.Rows;
        }

        (_previous, _current) = (_current, _previous);
        _current.Clear();
        var rows = new List<T>(page.Rows.Count);
        foreach (T row in page.Rows)
        {
            if (row.Get(_key) is not { } value || (_current.Add(value) && !_previous.Contains(value)))
            {
                rows.Add(row);
            }
        }

        return rows;
    }
}
