namespace Gainsight.Client;

/// <summary>Finds the items of a picklist by GSID or by label.</summary>
internal sealed class Picklist
{
    private readonly Dictionary<string, PicklistItem> _byGsid;
    private readonly Dictionary<string, PicklistItem[]> _byLabel;

    public Picklist(IReadOnlyList<PicklistItem> items)
    {
        Items = items;
        _byGsid = items.DistinctBy(item => item.Gsid, StringComparer.Ordinal).ToDictionary(item => item.Gsid, StringComparer.Ordinal);
        _byLabel = items.GroupBy(item => item.Label, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase);
        LabelsByGsid = _byGsid.ToDictionary(pair => pair.Key, pair => pair.Value.Label, StringComparer.Ordinal);
    }

    public IReadOnlyList<PicklistItem> Items { get; }

    public IReadOnlyDictionary<string, string> LabelsByGsid { get; }

    /// <summary>The labels that a write may use, in the order of the list.</summary>
    public IEnumerable<string> ActiveLabels => Items.Where(item => item.IsActive).Select(item => item.Label);

    /// <summary>Finds the item that a text means: first by GSID, then by the exact label, then by the label without regard to case.</summary>
    public PicklistMatch Resolve(string text)
    {
        if (_byGsid.TryGetValue(text, out var item))
        {
            return new(item.IsActive ? PicklistMatchKind.Found : PicklistMatchKind.Inactive, item);
        }

        if (!_byLabel.TryGetValue(text, out var alike))
        {
            return default;
        }

        var exact = Array.FindAll(alike, candidate => string.Equals(candidate.Label, text, StringComparison.Ordinal));
        return Choose(exact.Length > 0 ? exact : alike);
    }

    /// <summary>Whether a write may use the text: it is the GSID or the exact label of an active item.</summary>
    public bool Accepts(string text) =>
        (_byGsid.TryGetValue(text, out var item) && item.IsActive)
        || (_byLabel.TryGetValue(text, out var alike) && Array.Exists(alike, candidate => candidate.IsActive && string.Equals(candidate.Label, text, StringComparison.Ordinal)));

    /// <summary>Whether the item's label means this item and no other.</summary>
    public bool IsNamedByLabel(PicklistItem item) => !_byGsid.ContainsKey(item.Label) && _byLabel[item.Label] is [_];

    private static PicklistMatch Choose(PicklistItem[] candidates)
    {
        var active = Array.FindAll(candidates, candidate => candidate.IsActive);
        return (active, candidates) switch
        {
            ([var one], _) => new(PicklistMatchKind.Found, one),
            ([], [var one, ..]) => new(PicklistMatchKind.Inactive, one),
            _ => new(PicklistMatchKind.Ambiguous),
        };
    }
}
