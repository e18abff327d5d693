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
    private readonly Dictionary<(EmulatedField Field, KeyForm Form), Dictionary<object, HashSet<EmulatedRow>>> _indexes = [];

    private readonly List<(string Id, EmulatedRow? Before, DateTimeOffset VisibleAt)> _unseen = [];

    public int Count => _byId.Count;

    /// <summary>All rows, in no particular order.</summary>
    public IEnumerable<EmulatedRow> All => _byId.Values;

    public EmulatedRow? Find(string id) => _byId.GetValueOrDefault(id);

    public void Add(EmulatedRow row)
    {
        if (!_byId.TryAdd(row.Gsid, row))
        {
            throw new ArgumentException($"There is a row with the GSID {row.Gsid} already.", nameof(row));
        }

        _ = _ids.Add(row.Gsid);
        Index(row);
    }

    public void Replace(EmulatedRow row)
    {
        Unindex(_byId[row.Gsid]);
        _byId[row.Gsid] = row;
        Index(row);
    }

    /// <summary>Keeps what queries see instead of a row until a change becomes visible: the row before the change, or null for none.</summary>
    public void Hide(string id, EmulatedRow? before, DateTimeOffset visibleAt) => _unseen.Add((id, before, visibleAt));

    /// <summary>The rows as queries see them, in no particular order, or null if they see every change.</summary>
    public IEnumerable<EmulatedRow>? Seen(DateTimeOffset now)
    {
        _ = _unseen.RemoveAll(change => change.VisibleAt <= now);
        if (_unseen.Count == 0)
        {
            return null;
        }

        // The oldest change that nobody sees yet tells what everybody sees.
        var seen = new Dictionary<string, EmulatedRow?>(StringComparer.Ordinal);
        foreach ((var id, var before, _) in _unseen)
        {
            _ = seen.TryAdd(id, before);
        }

        return _byId.Values.Where(row => !seen.ContainsKey(row.Gsid)).Concat(seen.Values.OfType<EmulatedRow>());
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

    /// <summary>
    /// Rows with this value in the field, or with one that the tenant takes for the same. The first call for a field builds its index, which
    /// writes then maintain.
    /// </summary>
    public IReadOnlyCollection<EmulatedRow> Matching(EmulatedField field, object value, KeyForm form = KeyForm.Exact)
    {
        if (!_indexes.TryGetValue((field, form), out var index))
        {
            index = [];
            _indexes.Add((field, form), index);
            foreach (var row in _byId.Values)
            {
                AddTo(index, field, form, row);
            }
        }

        return index.TryGetValue(form.Normalize(field, value), out var rows) ? rows : [];
    }

    /// <summary>Forgets the indexes of a field that the object no longer has.</summary>
    public void Forget(EmulatedField field)
    {
        foreach (var index in _indexes.Keys.Where(index => index.Field == field).ToList())
        {
            _ = _indexes.Remove(index);
        }
    }

    private static void AddTo(Dictionary<object, HashSet<EmulatedRow>> index, EmulatedField field, KeyForm form, EmulatedRow row)
    {
        if (row[field] is not { } value)
        {
            return;
        }

        var key = form.Normalize(field, value);
        if (!index.TryGetValue(key, out var rows))
        {
            rows = [];
            index.Add(key, rows);
        }

        _ = rows.Add(row);
    }

    private void Index(EmulatedRow row)
    {
        foreach (((var field, var form), var index) in _indexes)
        {
            AddTo(index, field, form, row);
        }
    }

    private void Unindex(EmulatedRow row)
    {
        foreach (((var field, var form), var index) in _indexes)
        {
            if (row[field] is { } value && index.TryGetValue(form.Normalize(field, value), out var rows))
            {
                _ = rows.Remove(row);
            }
        }
    }
}
