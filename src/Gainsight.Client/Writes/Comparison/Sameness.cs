namespace Gainsight.Client;

/// <summary>Whether a value that would be sent is the one that the tenant holds.</summary>
internal enum Sameness
{
    /// <summary>It is.</summary>
    Same,

    /// <summary>It is not.</summary>
    Different,

    /// <summary>It is not the same text; whether it means the same depends on what the field is, or on the items of its picklist.</summary>
    Unclear,
}
