namespace Gainsight.Client;

/// <summary>What became of looking an item up.</summary>
internal enum PicklistMatchKind
{
    /// <summary>No item has that label or GSID.</summary>
    Unknown,

    /// <summary>One active item has it.</summary>
    Found,

    /// <summary>Only items that may not be written have it; one of them is given.</summary>
    Inactive,

    /// <summary>Several items have it, so that nothing says which one is meant.</summary>
    Ambiguous,
}
