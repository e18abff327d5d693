namespace Gainsight.Client.Emulator;

/// <summary>The forms in which a multi-select field may be written (not documented).</summary>
public enum MultiSelectInput
{
    /// <summary>A list, or text joined by <c>;</c>.</summary>
    Any,

    /// <summary>A list of labels or item GSIDs.</summary>
    ListOnly,

    /// <summary>Text joined by <c>;</c>.</summary>
    JoinedTextOnly,
}
