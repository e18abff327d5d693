namespace Gainsight.Client.Emulator;

/// <summary>
/// Finds the rows of a query. Pages in id order, which is how large tables are read, walk the sorted ids from the cursor and stop when full.
/// Exact values of a key use its index. Everything else filters and sorts.
/// </summary>
internal static class QueryRunner
{
    public static List<EmulatedRow> Run(EmulatedObject source, QueryRequest query)
    {
        source.Refresh?.Invoke();
        var filter = query.Filter;
        var byId = query.Order.Count > 0 && query.Order[0].Path.IsRowId;
        var seen = source.Seen();
        var candidates = (seen, filter.Exact) switch
        {
            ({ } all, _) => all,
            (null, { } exact) => exact.Values.Distinct().SelectMany(value => source.Find(exact.Path.Leaf, value)).Distinct(),
            _ => Scan(source.Store, filter.FirstId, byId, byId && query.Order[0].Descending),
        };
        var rows = candidates.Where(filter.Matches);
        if (query.Order.Count > 0 && (!byId || filter.Exact is not null || seen is not null))
        {
            rows = Sort(rows, query.Order);
        }

        return [.. rows.Skip(query.Offset).Take(query.Limit)];
    }

    /// <summary>The number of rows on all pages.</summary>
    public static int Count(EmulatedObject source, QueryRequest query) => (source.Seen() ?? source.Store.All).Count(query.Filter.Matches);

    private static IEnumerable<EmulatedRow> Scan(RowStore store, string? firstId, bool byId, bool descending) => (byId, descending) switch
    {
        (true, true) => store.Descending(),
        (true, false) => store.From(firstId),
        _ => store.All,
    };

    private static List<EmulatedRow> Sort(IEnumerable<EmulatedRow> rows, IReadOnlyList<(FieldPath Path, bool Descending)> order)
    {
        List<(EmulatedRow Row, object?[] Keys)> keyed = [.. rows.Select(row => (row, order.Select(key => Key(key.Path, row)).ToArray()))];
        keyed.Sort((left, right) =>
        {
            for (var i = 0; i < order.Count; i++)
            {
                var comparison = ValueComparer.Compare(left.Keys[i], right.Keys[i]);
                if (comparison != 0)
                {
                    return order[i].Descending ? -comparison : comparison;
                }
            }

            // Callers may not rely on the order of rows with equal keys, but a run must be repeatable.
            return string.CompareOrdinal(right.Row.Gsid, left.Row.Gsid);
        });
        return keyed.ConvertAll(pair => pair.Row);
    }

    private static object? Key(FieldPath path, EmulatedRow row)
    {
        var value = path.Read(row);
        return value is string gsid && path.Leaf.Picklist is { } picklist ? picklist.LabelOf(gsid) : value;
    }
}
