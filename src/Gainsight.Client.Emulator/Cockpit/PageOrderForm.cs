namespace Gainsight.Client.Emulator;

/// <summary>The order of rows in Cockpit lists. No order is promised.</summary>
public enum PageOrderForm
{
    /// <summary>The same order for every page.</summary>
    Stable,

    /// <summary>A different order for every call, so a row may appear twice or not at all.</summary>
    ChangesBetweenPages,
}
