namespace Gainsight.Client;

/// <summary>A list of picklist items, which several fields can share.</summary>
/// <remarks>Shape from the samples of Gainsight's Data Management API documentation.</remarks>
public sealed class Dropdown
{
    /// <summary>The id of the category (<see cref="FieldDescription.PicklistCategoryId"/>).</summary>
    public required string CategoryId { get; init; }

    /// <summary>The category's name, such as <c>Stage</c>; empty when it is not told.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Whether one item or several can be chosen: <c>SINGLE_SELECT</c>, and other values that are not documented; null when it is not told.</summary>
    public string? Variant { get; init; }

    /// <summary>The items, inactive ones included, in the order of the answer.</summary>
    public IReadOnlyList<PicklistItem> Items { get; init; } = [];
}
