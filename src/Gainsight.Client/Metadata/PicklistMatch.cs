namespace Gainsight.Client;

/// <summary>The item that was found for a text, or why none was found.</summary>
internal readonly record struct PicklistMatch(PicklistMatchKind Kind, PicklistItem? Item = null);
