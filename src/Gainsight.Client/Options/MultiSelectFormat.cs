namespace Gainsight.Client;

/// <summary>How the items of a multi-select field are written to Gainsight. The format is unknown. Both are accepted when reading.</summary>
public enum MultiSelectFormat
{
    /// <summary>A JSON array of labels. The default. Unconfirmed.</summary>
    Array,

    /// <summary>One string with the labels, joined by <c>;</c>. Unconfirmed.</summary>
    Semicolons,
}
