namespace Gainsight.Client;

/// <summary>The rows of the tenant that carry the keys asked for.</summary>
/// <remarks>
/// Keys are compared exactly. A row that came back for a value in another case, and that no other key asked for exactly, proves that
/// the tenant compares without case: it then is the row meant. A row that nobody asked for in any case proves that the tenant does
/// not honour the filter; then nothing is concluded from case.
/// </remarks>
internal sealed class KeyMatches(IdentifierKeys keys, WireFormat format, Field askedBy)
{
    private readonly Dictionary<string, List<string>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _caseless = new(StringComparer.Ordinal);
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
    public void Add(GainsightRecord row)
    {
        if (row.Gsid is not { } gsid || KeyText.Of(row, keys, format) is not { } key)
        {
            return;
        }

        if (_asked.Contains(key))
        {
            Append(_exact, key, gsid);
        }
        else if (_askedValues.Contains(KeyText.ValueOf(row, askedBy, format)!))
        {
            Append(_caseless, KeyText.Of(row, keys, format, askedBy)!, gsid);
        }
        else
        {
            _isFiltered = false;
        }
    }

    /// <summary>The GSIDs of the rows that carry the record's keys.</summary>
    public IReadOnlyList<string> For(GainsightRecord record)
    {
        if (KeyText.Of(record, keys, format) is not { } key)
        {
            return [];
        }

        return _exact.TryGetValue(key, out List<string>? exact) ? exact
            : _isFiltered && _caseless.TryGetValue(KeyText.Of(record, keys, format, askedBy)!, out List<string>? other) ? other
            : [];
    }

    private static void Append(Dictionary<string, List<string>> map, string key, string gsid)
    {
        if (!map.TryGetValue(key, out List<string>? gsids))
        {
            map[key] = gsids = [];
        }

        if (!gsids.Contains(gsid, StringComparer.Ordinal))
        {
            gsids.Add(gsid);
        }
    }
}
