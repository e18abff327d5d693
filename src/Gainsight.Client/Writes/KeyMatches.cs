namespace Gainsight.Client;

/// <summary>The rows of the tenant that carry the keys asked for.</summary>
/// <remarks>
/// Keys are compared exactly. A row that came back for a key in another case, and that no other key asked for exactly, proves that the
/// tenant compares without case: it then is the row meant.
/// </remarks>
internal sealed class KeyMatches
{
    private readonly Dictionary<string, List<string>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _unclaimed = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _asked;

    public KeyMatches(IEnumerable<string> asked) => _asked = new(asked, StringComparer.Ordinal);

    public void Add(string key, string gsid)
    {
        if (_asked.Contains(key))
        {
            Append(_exact, key, gsid);
        }
        else
        {
            Append(_unclaimed, key, gsid);
        }
    }

    public IReadOnlyList<string> For(string key) =>
        _exact.TryGetValue(key, out List<string>? exact) ? exact : _unclaimed.TryGetValue(key, out List<string>? other) ? other : [];

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
