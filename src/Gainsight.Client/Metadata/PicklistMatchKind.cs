namespace Gainsight.Client;

/// <summary>The result of a search for an item.</summary>
internal enum PicklistMatchKind
{
    /// <summary>No item has that label or GSID.</summary>
    Unknown,

    /// <summary>One active item has it.</summary>
    Found,

    /// <summary>Only inactive items have it. The match holds one of them.</summary>
    Inactive,

    /// <summary>Several items have it, so it is unclear which one is meant.</summary>
    Ambiguous,
}
