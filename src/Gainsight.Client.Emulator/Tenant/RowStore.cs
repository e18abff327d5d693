namespace Gainsight.Client.Emulator;

/// <summary>
/// The rows of one object: by id, in id order for keyset pages, and by value for fields that are searched for exact values. Guarded by the
/// tenant's lock.
/// </summary>
internal sealed class RowStore
{
    private const string AfterEveryId = "\uffff";

    private readonly Dictionary<string, EmulatedRow> _byId = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<EmulatedField, Dictionary<object, HashSet<EmulatedRow>>> _indexes = [];

    public int Count => _byId.Count;

    /// <summary>All rows, in no particular order.</summary>
    public IEnumerable<EmulatedRow> All => _byId.Values;

    public EmulatedRow? Find(string id) => _byId.GetValueOrDefault(id);

    public void Add(EmulatedRow row)
    {
        _byId.Add(row.Gsid, row);
        _ = _ids.Add(row.Gsid);
        Index(row);
    }

    public void Replace(EmulatedRow row)
    {
        Unindex(_byId[row.Gsid]);
        _byId[row.Gsid] = row;
        Index(row);
    }

    public EmulatedRow? Remove(string id)
    {
        if (!_byId.Remove(id, out var row))
        {
            return null;
        }

        _ = _ids.Remove(id);
        Unindex(row);
        return row;
    }

    /// <summary>Rows in ascending id order, starting at <paramref name="id"/> (inclusive).</summary>
    public IEnumerable<EmulatedRow> From(string? id)
    {
        var ids = id is null || string.CompareOrdinal(id, AfterEveryId) > 0
            ? _ids
            : _ids.GetViewBetween(id, AfterEveryId);
        foreach (var each in ids)
        {
            yield return _byId[each];
        }
    }

    public IEnumerable<EmulatedRow> Descending()
    {
        foreach (var each in _ids.Reverse())
        {
            yield return _byId[each];
        }
    }

    /// <summary>Rows with this value in the field. The first call for a field builds its index, which writes then maintain.</summary>
    public IReadOnlyCollection<EmulatedRow> Matching(EmulatedField field, object value)
    {
        if (!_indexes.TryGetValue(field, out var index))
        {
            index = [];
            _indexes.Add(field, index);
            foreach (var row in _byId.Values)
            {
                AddTo(index, field, row);
            }
        }

        return index.TryGetValue(value, out var rows) ? rows : [];
    }

    private static void AddTo(Dictionary<object, HashSet<EmulatedRow>> index, EmulatedField field, EmulatedRow row)
    {
        if (row[field] is not { } value)
        {
            return;
        }

        if (!index.TryGetValue(value, out var rows))
        {
            rows = [];
            index.Add(value, rows);
        }

        _ = rows.Add(row);
    }

    private void Index(EmulatedRow row)
    {
        foreach ((var field, var index) in _indexes)
        {
            AddTo(index, field, row);
        }
    }

    private void Unindex(EmulatedRow row)
    {
        foreach ((var field, var index) in _indexes)
        {
            if (row[field] is { } value && index.TryGetValue(value, out var rows))
            {
                _ = rows.Remove(row);
            }
        }
    }
}
