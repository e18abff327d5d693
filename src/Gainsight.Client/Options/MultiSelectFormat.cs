namespace Gainsight.Client;

/// <summary>How the items of a multi-select field are written to Gainsight. No source shows the form; reading accepts both.</summary>
public enum MultiSelectFormat
{
    /// <summary>A JSON array of labels. The default. Unconfirmed.</summary>
    Array,

    /// <summary>One string, the labels joined by <c>;</c>. Unconfirmed.</summary>
    Semicolons,
}
