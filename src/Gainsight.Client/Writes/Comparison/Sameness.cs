namespace Gainsight.Client;

/// <summary>Whether a value that would be sent is the value in the tenant.</summary>
internal enum Sameness
{
    /// <summary>It is the same.</summary>
    Same,

    /// <summary>It is different.</summary>
    Different,

    /// <summary>The texts differ. Whether they mean the same depends on the type of the field, or on the items of its picklist.</summary>
    Unclear,
}
