namespace Gainsight.Client;

/// <summary>Pages by offset. A row that moves to a later page while others are inserted is returned once.</summary>
internal sealed class OffsetPaging<T> : IPaging<T>
    where T : GainsightRecord, new()
{
    /// <summary>The number of rows that are recognised when they come again. A tenant's quota allows fewer inserts between two pages, and the memory does not grow with the rows read.</summary>
    private const int RememberedRows = 2 * ReadOptions.MaxPageSize;

    private readonly PagingKey? _key;
    private readonly RecentTexts _seen = new(RememberedRows);
    private T? _first;

    /// <param name="plan">The query.</param>
    /// <param name="key">The key that tells rows apart, among the fields of <paramref name="plan"/>. Null when the object has no key.</param>
    /// <param name="offset">The offset of the first page.</param>
    /// <param name="before">The rows before <paramref name="offset"/> that may move past it.</param>
    public OffsetPaging(QueryPlan plan, PagingKey? key, int offset = 0, IReadOnlyList<T>? before = null)
    {
        _key = key;

        // Rows that are equal in the caller's order need a fixed order of their own, or pages could overlap.
        Next = key is null || plan.OrderBy.Any(order => order.Field.IsNamed(key.Field.Name))
            ? plan
            : plan with { OrderBy = [.. plan.OrderBy, (key.Field, false)] };
        Offset = offset;
        foreach (var row in before ?? [])
        {
            IsNew(row);
        }

        _first = before is [var first, ..] ? first : null;
    }

    public QueryPlan Next { get; }

    public int Offset { get; private set; }

    /// <summary>Whether the tenant may ignore the offset: the last page has no new rows, or begins like the page before.</summary>
    public bool MayRepeat { get; private set; }

    public IReadOnlyList<T> Accept(PageFetcher<T>.Page page)
    {
        Offset += page.Rows.Count;
        var fresh = _key is null ? page.Rows : [.. page.Rows.Where(IsNew)];
        var first = page.Rows.Count > 0 ? page.Rows[0] : null;

        // Rows without a key cannot be recognized, nor can those of a page larger than the memory. All of them count as new.
        MayRepeat = first is not null && (fresh.Count == 0 || (_first is not null && AreSame(_first, first)));
        _first = first;
        return fresh;
    }

    private bool AreSame(T one, T other) => _key?.ValueOf(one) is { } key ? key == _key.ValueOf(other) : AreAlike(one, other);

    private static bool AreAlike(T one, T other) => one.FieldNames.All(name => Equals(TextOf(one, name), TextOf(other, name)));

    private static string? TextOf(T row, string name) => row.TryGetText(name, WireFormat.Default, out var text) ? text : null;

    private bool IsNew(T row) => _key!.ValueOf(row) is not { } value || _seen.Add(value);
}
