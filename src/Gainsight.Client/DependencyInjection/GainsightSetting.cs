namespace Gainsight.Client;

/// <summary>A setting of a configuration section.</summary>
/// <param name="IsGroup">Whether the setting has items with names of their own, such as limits, instead of a value.</param>
/// <param name="Read">Sets an option from the key and the text of the setting, or of one of its items. Returns what is wrong, or null. The problem begins with a verb, and never contains the text.</param>
internal sealed record GainsightSetting(bool IsGroup, Func<GainsightClientOptions, string, string, string?> Read);
