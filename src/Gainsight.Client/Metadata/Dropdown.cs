namespace Gainsight.Client;

/// <summary>A list of picklist items. Several fields can share it.</summary>
/// <remarks>Shape from the samples of Gainsight's Data Management API documentation.</remarks>
public sealed class Dropdown
{
    /// <summary>The id of the category (<see cref="FieldDescription.PicklistCategoryId"/>).</summary>
    public required string CategoryId { get; init; }

    /// <summary>The category's name, such as <c>Stage</c>. Empty when the answer has none.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Whether one or several items can be chosen: <c>SINGLE_SELECT</c>, or another value that is not documented. Null when the answer has none.</summary>
    public string? Variant { get; init; }

    /// <summary>The items, including inactive ones, in the order of the answer.</summary>
    public IReadOnlyList<PicklistItem> Items { get; init; } = [];
}
