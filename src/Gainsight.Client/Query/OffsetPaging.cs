namespace Gainsight.Client;

/// <summary>Pages by offset. Rows that slide onto a later page while others are inserted are given once.</summary>
internal sealed class OffsetPaging<T> : IPaging<T>
    where T : GainsightRecord
{
    /// <summary>At least so many rows are recognised when they come again. It is more than a tenant's quota lets be inserted between two pages, and does not grow with the rows read.</summary>
    private const int Remembered = 2 * ReadOptions.MaxPageSize;

    private readonly PagingKey? _key;
    private readonly RecentTexts _given = new(Remembered);
    private T? _first;

    /// <param name="plan">The query.</param>
    /// <param name="key">What rows are told apart by, among the fields of <paramref name="plan"/>; null when the object has nothing of the kind.</param>
    /// <param name="offset">Where to begin.</param>
    /// <param name="before">The rows before <paramref name="offset"/> that may slide behind it.</param>
    public OffsetPaging(QueryPlan plan, PagingKey? key, int offset = 0, IReadOnlyList<T>? before = null)
    {
        _key = key;

        // Rows that are equal in the caller's order need a fixed order of their own, or pages could overlap.
        Next = key is null || plan.OrderBy.Any(order => order.Field.IsNamed(key.Field.Name))
            ? plan
            : plan with { OrderBy = [.. plan.OrderBy, new FieldOrder(key.Field, Descending: false)] };
        Offset = offset;
        foreach (var row in before ?? [])
        {
            IsNew(row);
        }
    }

    public QueryPlan Next { get; }

    public int Offset { get; private set; }

    /// <summary>Whether the last page may be one that came before, as if the offset were not heeded: it holds nothing new, or begins as the one before did.</summary>
    public bool MayStandStill { get; private set; }

    public IReadOnlyList<T> Accept(FetchedPage<T> page)
    {
        Offset += page.Rows.Count;
        if (_key is not null)
        {
            List<T> fresh = [.. page.Rows.Where(IsNew)];
            MayStandStill = page.IsFull && fresh.Count == 0;
            return fresh;
        }

        var first = page.Rows.Count > 0 ? page.Rows[0] : null;
        MayStandStill = page.IsFull && _first is not null && first is not null && AreAlike(_first, first);
        _first = first;
        return page.Rows;
    }

    private static bool AreAlike(T one, T other) => one.FieldNames.All(name => Equals(TextOf(one, name), TextOf(other, name)));

    private static string? TextOf(T row, string name) => row.TryGetText(name, WireFormat.Default, out var text) ? text : null;

    private bool IsNew(T row) => _key!.ValueOf(row) is not { } value || _given.Add(value);
}
