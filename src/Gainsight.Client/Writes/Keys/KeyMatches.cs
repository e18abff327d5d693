namespace Gainsight.Client;

/// <summary>The rows of the tenant that carry the keys asked for.</summary>
/// <remarks>
/// Keys are compared exactly. A row that came back for a value in another case, and that no other key asked for exactly, proves that
/// the tenant compares without case: it then is the row meant. A row that nobody asked for in any case proves that the tenant does
/// not honour the filter; then nothing is concluded from case.
/// </remarks>
internal sealed class KeyMatches(IdentifierKeys keys, WireFormat format, Field askedBy)
{
    private readonly Dictionary<string, List<FoundRow>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<FoundRow>> _caseless = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _askedValues = new(StringComparer.OrdinalIgnoreCase);
    private bool _isFiltered = true;

    /// <summary>Notes a record that is looked for.</summary>
    public void Ask(GainsightRecord record)
    {
        if (KeyText.Of(record, keys, format) is { } key)
        {
            _asked.Add(key);
            _askedValues.Add(KeyText.ValueOf(record, askedBy, format)!);
        }
    }

    /// <summary>Takes a row that the tenant answered with.</summary>
    /// <param name="row">The row.</param>
    /// <param name="isComplete">Whether it came with all fields asked for.</param>
    public void Add(GainsightRecord row, bool isComplete)
    {
        if (row.Gsid is not { } gsid || KeyText.Of(row, keys, format) is not { } key)
        {
            return;
        }

        if (_asked.Contains(key))
        {
            Append(_exact, key, new(gsid, row, isComplete));
        }
        else if (_askedValues.Contains(KeyText.ValueOf(row, askedBy, format)!))
        {
            Append(_caseless, KeyText.Of(row, keys, format, askedBy)!, new(gsid, row, isComplete));
        }
        else
        {
            _isFiltered = false;
        }
    }

    /// <summary>The rows that carry the record's keys.</summary>
    public IReadOnlyList<FoundRow> For(GainsightRecord record)
    {
        if (KeyText.Of(record, keys, format) is not { } key)
        {
            return [];
        }

        return _exact.TryGetValue(key, out var exact) ? exact
            : _isFiltered && _caseless.TryGetValue(KeyText.Of(record, keys, format, askedBy)!, out var other) ? other
            : [];
    }

    private static void Append(Dictionary<string, List<FoundRow>> map, string key, FoundRow found)
    {
        if (!map.TryGetValue(key, out var rows))
        {
            map[key] = rows = [];
        }

        if (!rows.Exists(known => known.Gsid == found.Gsid))
        {
            rows.Add(found);
        }
    }
}
