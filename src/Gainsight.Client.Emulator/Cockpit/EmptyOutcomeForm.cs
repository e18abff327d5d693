namespace Gainsight.Client.Emulator;

/// <summary>How <c>success</c> or <c>failure</c> of a Cockpit write shows when it is empty.</summary>
public enum EmptyOutcomeForm
{
    /// <summary>An empty list (two third-party readings).</summary>
    EmptyList,

    /// <summary><c>null</c>.</summary>
    Null,

    /// <summary>No such key.</summary>
    MissingKey,
}
