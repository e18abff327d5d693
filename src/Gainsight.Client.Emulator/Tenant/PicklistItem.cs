namespace Gainsight.Client.Emulator;

/// <summary>One item of a picklist. Rows hold its <see cref="Gsid"/>, people see its <see cref="Label"/>.</summary>
public sealed class PicklistItem
{
    internal PicklistItem(string gsid, string label, int displayOrder)
    {
        Gsid = gsid;
        Label = label;
        DisplayOrder = displayOrder;
    }

    /// <summary>The item's own GSID (<c>1I00…</c>), which rows contain.</summary>
    public string Gsid { get; }

    /// <summary>The label, which writes and filters may use instead of the GSID.</summary>
    public string Label { get; }

    /// <summary>The position in the list, from 1.</summary>
    public int DisplayOrder { get; }

    /// <summary>Whether the item may be written; an inactive one gives <c>GSOBJ_1012</c> but stays in the metadata.</summary>
    public bool Active { get; set; } = true;

    /// <summary>Whether an insert that leaves the field out gets this item.</summary>
    public bool IsDefault { get; set; }
}
