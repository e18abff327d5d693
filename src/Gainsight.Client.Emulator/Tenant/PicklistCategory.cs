namespace Gainsight.Client.Emulator;

/// <summary>The items of a picklist field. The dropdown endpoint serves them by <see cref="Gsid"/>.</summary>
public sealed class PicklistCategory
{
    private readonly TenantData _tenant;
    private readonly List<PicklistItem> _items = [];
    private readonly Dictionary<string, PicklistItem> _byGsid = new(StringComparer.Ordinal);

    internal PicklistCategory(TenantData tenant, string gsid, string name, bool multiple)
    {
        _tenant = tenant;
        Gsid = gsid;
        Name = name;
        Multiple = multiple;
    }

    /// <summary>The category's GSID (<c>1I00…</c>).</summary>
    public string Gsid { get; }

    /// <summary>The category's name, such as <c>Stage</c>.</summary>
    public string Name { get; }

    /// <summary>A snapshot of the items in display order, including inactive ones.</summary>
    public IReadOnlyList<PicklistItem> Items
    {
        get
        {
            lock (_tenant.Sync)
            {
                return [.. _items];
            }
        }
    }

    internal bool Multiple { get; }

    internal string? DefaultGsid => _items.Find(item => item.IsDefault)?.Gsid;

    /// <summary>Adds an item at the end of the list.</summary>
    /// <param name="label">The label, which must be unique in the list.</param>
    /// <param name="active">Whether writes may use the item.</param>
    /// <returns>The new item.</returns>
    /// <exception cref="ArgumentException">The list already has an item with that label.</exception>
    public PicklistItem AddItem(string label, bool active = true)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        lock (_tenant.Sync)
        {
            if (FindLabel(label, StringComparison.Ordinal) is not null)
            {
                throw new ArgumentException($"The picklist {Name} already has an item with that label.", nameof(label));
            }

            return Add(new PicklistItem(_tenant.NextPicklistGsid(), label, _items.Count == 0 ? 1 : _items[^1].DisplayOrder + 1) { Active = active });
        }
    }

    /// <summary>
    /// Removes an item, as an administrator would while clients run. Rows that have it keep its GSID. Other items keep their
    /// <see cref="PicklistItem.DisplayOrder"/>.
    /// </summary>
    /// <param name="labelOrGsid">A label (case matters) or an item's GSID.</param>
    /// <returns>Whether there was such an item.</returns>
    public bool RemoveItem(string labelOrGsid)
    {
        ArgumentNullException.ThrowIfNull(labelOrGsid);
        lock (_tenant.Sync)
        {
            return Find(labelOrGsid, StringComparison.Ordinal) is { } item && _byGsid.Remove(item.Gsid) && _items.Remove(item);
        }
    }

    /// <summary>Finds an item by label or GSID, including inactive ones.</summary>
    /// <param name="labelOrGsid">A label (case matters) or an item's GSID.</param>
    /// <returns>The item, or <see langword="null"/>.</returns>
    public PicklistItem? Find(string labelOrGsid)
    {
        ArgumentNullException.ThrowIfNull(labelOrGsid);
        lock (_tenant.Sync)
        {
            return Find(labelOrGsid, StringComparison.Ordinal);
        }
    }

    /// <summary>Removes all items.</summary>
    /// <returns>The items, by their labels.</returns>
    internal IReadOnlyDictionary<string, PicklistItem> Clear()
    {
        var items = _items.ToDictionary(item => item.Label, StringComparer.Ordinal);
        _items.Clear();
        _byGsid.Clear();
        return items;
    }

    internal bool HasItem(string gsid) => _byGsid.ContainsKey(gsid);

    internal PicklistItem Add(PicklistItem item)
    {
        _byGsid.Add(item.Gsid, item);
        _items.Add(item);
        return item;
    }

    internal PicklistItem? Find(string labelOrGsid, StringComparison labels) =>
        _byGsid.GetValueOrDefault(labelOrGsid) ?? FindLabel(labelOrGsid, labels);

    internal string LabelOf(string gsid) => _byGsid.TryGetValue(gsid, out var item) ? item.Label : gsid;

    private PicklistItem? FindLabel(string label, StringComparison labels) =>
        _items.Find(item => string.Equals(item.Label, label, labels));
}
