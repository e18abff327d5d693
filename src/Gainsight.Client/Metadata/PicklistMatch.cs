namespace Gainsight.Client;

/// <summary>An item that was looked up by a text, or why there is none.</summary>
internal readonly record struct PicklistMatch(PicklistMatchKind Kind, PicklistItem? Item = null);
