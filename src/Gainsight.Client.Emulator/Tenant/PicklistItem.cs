namespace Gainsight.Client.Emulator;

/// <summary>One item of a picklist. Rows hold its <see cref="Gsid"/>; users see its <see cref="Label"/>.</summary>
public sealed class PicklistItem
{
    internal PicklistItem(string gsid, string label, int displayOrder)
    {
        Gsid = gsid;
        Label = label;
        DisplayOrder = displayOrder;
    }

    /// <summary>The item's GSID (<c>1I00…</c>), which rows hold.</summary>
    public string Gsid { get; }

    /// <summary>The label, which writes and filters may use instead of the GSID.</summary>
    public string Label { get; }

    /// <summary>The position in the list, from 1.</summary>
    public int DisplayOrder { get; }

    /// <summary>
    /// Whether writes may use the item. An inactive item gives <c>GSOBJ_1012</c> but stays in the metadata. Default: <see langword="true"/>.
    /// </summary>
    public bool Active { get; set; } = true;

    /// <summary>Whether an insert that leaves the field out gets this item. Default: <see langword="false"/>.</summary>
    public bool IsDefault { get; set; }
}
