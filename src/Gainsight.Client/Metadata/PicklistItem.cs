namespace Gainsight.Client;

/// <summary>An item of a picklist. Rows hold its <see cref="Gsid"/>; writes and filters name it by its <see cref="Label"/>.</summary>
/// <remarks>Shape from the samples of Gainsight's Data Management API documentation and a recorded describe answer.</remarks>
public sealed class PicklistItem
{
    /// <summary>What people see and writes use.</summary>
    public required string Label { get; init; }

    /// <summary>The item's id, which rows hold.</summary>
    public required string Gsid { get; init; }

    /// <summary>Whether the item may be written. Rows may still hold one that is not.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Whether the item is the list's default.</summary>
    public bool IsDefault { get; init; }

    /// <summary>The place in the list, or 0 when it is not told.</summary>
    public int DisplayOrder { get; init; }

    /// <summary>The label.</summary>
    /// <returns>The value of <see cref="Label"/>.</returns>
    public override string ToString() => Label;
}
