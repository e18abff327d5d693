namespace Gainsight.Client;

/// <summary>An item of a picklist. Rows hold its <see cref="Gsid"/>. Writes and filters use its <see cref="Label"/>.</summary>
/// <remarks>Shape from the samples of Gainsight's Data Management API documentation and a recorded describe answer.</remarks>
public sealed class PicklistItem
{
    /// <summary>The text that users see and that writes use.</summary>
    public required string Label { get; init; }

    /// <summary>The item's id, as rows hold it.</summary>
    public required string Gsid { get; init; }

    /// <summary>Whether the item may be written. Rows can still hold an inactive item.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Whether the item is the list's default.</summary>
    public bool IsDefault { get; init; }

    /// <summary>The position in the list, or 0 when the answer has none.</summary>
    public int DisplayOrder { get; init; }

    /// <summary>The label.</summary>
    /// <returns>The value of <see cref="Label"/>.</returns>
    public override string ToString() => Label;
}
