namespace Gainsight.Client.Emulator;

/// <summary>Finds the rows of a page: those that hold a text, in an order. The caller holds the tenant's lock.</summary>
internal static class RowList
{
    public static List<EmulatedRow> Find(EmulatedObject item, string? search, string? sort, bool descending)
    {
        var fields = item.Fields;
        IEnumerable<EmulatedRow> rows = item.Rows;
        if (search is not null)
        {
            rows = rows.Where(row => fields.Any(field =>
                row[field] is { } value && RowJson.Text(field, value).Contains(search, StringComparison.OrdinalIgnoreCase)));
        }

        // The newest rows come first unless the caller asks for an order. An edit does not move a row.
        var field = sort is not null ? item.Field(sort) : item.FindField(FieldNames.CreatedDate);
        var list = rows.ToList();
        if (field is null)
        {
            list.Sort(static (one, other) => string.CompareOrdinal(one.Gsid, other.Gsid));
            return list;
        }

        var direction = descending || sort is null ? -1 : 1;
        var keyed = list.ConvertAll(row => (Row: row, Value: Key(field, row[field])));
        keyed.Sort((one, other) => Compare(one.Value, other.Value, direction) is var result and not 0 ? result : string.CompareOrdinal(one.Row.Gsid, other.Row.Gsid));
        return keyed.ConvertAll(pair => pair.Row);
    }

    private static object? Key(EmulatedField field, object? value) => value is string or bool ? RowJson.Text(field, value) : value;

    /// <summary>Rows without a value come last in both directions.</summary>
    private static int Compare(object? one, object? other, int direction) => (one, other) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        (string text, string otherText) => direction * string.Compare(text, otherText, StringComparison.OrdinalIgnoreCase),
        _ => direction * ((IComparable)one).CompareTo(other),
    };
}
