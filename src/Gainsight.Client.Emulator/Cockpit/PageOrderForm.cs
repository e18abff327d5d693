namespace Gainsight.Client.Emulator;

/// <summary>The order of rows in Cockpit lists, of which none is promised.</summary>
public enum PageOrderForm
{
    /// <summary>The same for every page.</summary>
    Stable,

    /// <summary>Another for every call: a row may come twice, and another not at all.</summary>
    ChangesBetweenPages,
}
