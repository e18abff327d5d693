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

    private int NextOrder => _items.Count == 0 ? 1 : _items[^1].DisplayOrder + 1;

    internal string? DefaultGsid => _items.Find(item => item.IsDefault)?.Gsid;

    /// <summary>Adds an item at the end of the list.</summary>
    /// <param name="label">The label, which must be unique in the list.</param>
    /// <param name="active">Whether writes may use the item.</param>
    /// <returns>The new item.</returns>
    /// <exception cref="ArgumentException">The list already has an item with that label.</exception>
    public PicklistItem AddItem(string label, bool active = true)
    {
        var item = AddItem(label, gsid: null);
        item.Active = active;
        return item;
    }

    internal PicklistItem AddItem(string label, string? gsid, int? order = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        lock (_tenant.Sync)
        {
            if (FindLabel(label, StringComparison.Ordinal) is not null)
            {
                throw new ArgumentException($"The picklist {Name} already has an item with that label.", nameof(label));
            }

            var item = new PicklistItem(gsid ?? _tenant.Gsids.Next("1I00"), label, order ?? NextOrder);
            _items.Add(item);
            _byGsid.Add(item.Gsid, item);
            return item;
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

    /// <summary>Makes the list consist of these labels in this order. Items that stay keep their GSIDs, unless another one is given.</summary>
    internal IReadOnlyList<PicklistItem> Arrange(IReadOnlyList<(string Label, string? Gsid, int? Order)> items)
    {
        var before = _items.ToDictionary(item => item.Label, StringComparer.Ordinal);
        _items.Clear();
        _byGsid.Clear();
        foreach ((var label, var gsid, var order) in items)
        {
            var id = gsid ?? before.GetValueOrDefault(label)?.Gsid ?? _tenant.Gsids.Next("1I00");
            var item = new PicklistItem(id, label, order ?? NextOrder);
            _items.Add(item);
            _byGsid[id] = item;
        }

        return [.. _items];
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

    internal PicklistItem? Find(string labelOrGsid, StringComparison labels) =>
        _byGsid.GetValueOrDefault(labelOrGsid) ?? FindLabel(labelOrGsid, labels);

    internal string LabelOf(string gsid) => _byGsid.TryGetValue(gsid, out var item) ? item.Label : gsid;

    private PicklistItem? FindLabel(string label, StringComparison labels) =>
        _items.Find(item => string.Equals(item.Label, label, labels));
}
